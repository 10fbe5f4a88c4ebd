/**
 * The clock, chance, settings and the store are reached in one place each.
 *
 * @module
 */
import { fromRoot } from "@/tests/house/tree.ts";

interface Reach {
  /** What is reached, as it is written. */
  what: RegExp;
  /** The files that it is kept from. */
  within: RegExp;
  /** The files among them that may. */
  except: RegExp;
  why: string;
}

const REACHES: readonly Reach[] = [
  {
    what: /^(Date\.now|Math\.random|performance\.now)$/,
    within: /^(lib|routes|components)\//,
    except: /^lib\/((app|dev|serve)\.ts$|browser\/|cli\/)/,
    why: "the clock and chance are injected",
  },
  {
    what: /^crypto\.(getRandomValues|randomUUID)$/,
    within: /^(lib|routes|components)\//,
    except: /^lib\/((app|dev|serve)\.ts$|browser\/|cli\/|crypto\/)/,
    why: "chance is injected",
  },
  {
    what: /^Deno\.env$/,
    within: /^(lib|routes|islands|components)\//,
    except: /^lib\/((config|serve)\.ts$|cli\/|fresh\/tasks\/)/,
    why: "settings come from lib/config.ts",
  },
  {
    what: /^Deno\.openKv$|\.atomic$/,
    within: /^(main\.ts$|lib\/|routes\/|islands\/|components\/)/,
    except: /^lib\/store\//,
    why: "only lib/store calls the store",
  },
  {
    what: /^Deno\./,
    within: /^(lib\/(domain|i18n|browser)|islands|components)\//,
    except: /^$/,
    why: "this room runs anywhere",
  },
];

/** Reaching for the world outside goes through one place. */
export const world: Deno.lint.Rule = {
  create(ctx) {
    const file = fromRoot(ctx.filename);
    const kept = REACHES.filter((each) =>
      each.within.test(file) && !each.except.test(file)
    );
    if (kept.length === 0) return {};
    return {
      MemberExpression(node) {
        const written = ctx.sourceCode.getText(node);
        const reach = kept.find((each) => each.what.test(written));
        if (reach) ctx.report({ node, message: `${written}: ${reach.why}` });
      },
    };
  },
};

/** Rules in lib/domain answer at once. */
export const domainIsPure: Deno.lint.Rule = {
  create(ctx) {
    if (!fromRoot(ctx.filename).startsWith("lib/domain/")) return {};
    return {
      ":matches(FunctionDeclaration, FunctionExpression, ArrowFunctionExpression)[async=true]"(
        node: Deno.lint.Node,
      ) {
        ctx.report({ node, message: "lib/domain waits for nothing" });
      },
    };
  },
};

/** Whoever silences a check says why. */
export const ignoreReason: Deno.lint.Rule = {
  create: (ctx) => ({
    Program() {
      for (const comment of ctx.sourceCode.getAllComments()) {
        if (
          !/deno-lint-ignore|@ts-(ignore|expect-error|nocheck)/.test(
            comment.value,
          )
        ) continue;
        if (/--\s*\S+/.test(comment.value)) continue;
        ctx.report({
          range: comment.range,
          message: "say why, after two dashes",
        });
      }
    },
  }),
};
