/** A certificate authority for one test run, and a server's certificate of it; made by openssl. */

/** Texts in PEM. */
export interface Certificate {
  /** The authority that vouches for it. */
  ca: string;
  cert: string;
  key: string;
}

async function openssl(folder: string, ...args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command("openssl", {
    args,
    cwd: folder,
    stdin: "null",
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}

const KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];

/** Makes a certificate for localhost and 127.0.0.1 in a folder of the test's own. */
export async function makeCertificate(folder: string): Promise<Certificate> {
  const extensions = `${folder}/ext`;
  await Deno.writeTextFile(
    extensions,
    "subjectAltName=DNS:localhost,IP:127.0.0.1\nbasicConstraints=CA:FALSE\n",
  );
  const ca = ["-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Test CA"];
  await openssl(folder, "req", "-x509", ...KEY, ...ca, "-days", "2");
  const own = ["-keyout", "key.pem", "-out", "csr", "-subj", "/CN=localhost"];
  await openssl(folder, "req", ...KEY, ...own);
  const by = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial"];
  const made = ["-in", "csr", "-out", "cert.pem", "-extfile", "ext"];
  await openssl(folder, "x509", "-req", ...by, ...made, "-days", "2");
  return {
    ca: await Deno.readTextFile(`${folder}/ca.pem`),
    cert: await Deno.readTextFile(`${folder}/cert.pem`),
    key: await Deno.readTextFile(`${folder}/key.pem`),
  };
}
