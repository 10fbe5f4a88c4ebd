import type { JSX } from "preact";
import { PostForm } from "@/components/PostForm.tsx";
import { Prove, type ProveProps } from "@/components/Prove.tsx";
import type { Destination } from "@/components/ProveSend.tsx";
import { TextField } from "@/components/TextField.tsx";

/** Props of {@linkcode ResetSend}. */
export interface ResetSendProps extends Omit<ProveProps, "children"> {
  csrf: string;
  /** A button for each way to a phone. */
  phones: readonly Destination[];
  /** A button for each address. */
  emails: readonly Destination[];
  /** The number as it was typed. */
  number: string;
}

/** Where a code should go; for a phone its whole number is typed first. */
export function ResetSend(props: ResetSendProps): JSX.Element {
  const { csrf, phones, emails, ...prove } = props;
  const { t } = prove;
  return (
    <Prove {...prove}>
      <h2>{t("prove.where")}</h2>
      {phones.length > 0 && <PhonePart {...props} />}
      {emails.length > 0 && (
        <PostForm csrf={csrf}>
          {phones.length > 0 && <h3>{t("reset.send.email")}</h3>}
          <Buttons of={emails} first={phones.length === 0} />
        </PostForm>
      )}
    </Prove>
  );
}

/** Its buttons come after the field, so that Enter in it presses the first of them. */
function PhonePart(
  { t, csrf, phones, number, errors }: ResetSendProps,
): JSX.Element {
  return (
    <PostForm csrf={csrf}>
      <p>{t("reset.send.phone")}</p>
      <TextField
        name="number"
        label={t("phone.number")}
        hint={t("reset.number.hint")}
        error={errors.number ?? null}
        input={{ type: "tel", autocomplete: "tel", value: number, dir: "ltr" }}
      />
      <Buttons of={phones} first />
    </PostForm>
  );
}

function Buttons(
  { of, first }: { of: readonly Destination[]; first: boolean },
): JSX.Element {
  return (
    <>
      {of.map(({ value, text }, i) => (
        <p key={value}>
          <button
            id={first && i === 0 ? "to" : undefined}
            type="submit"
            name="to"
            value={value}
          >
            {text}
          </button>
        </p>
      ))}
    </>
  );
}
