// A sign-in service by oidc-provider on this computer: node service.js <port> <address to come back to> <algorithm>
import { generateKeyPairSync } from "node:crypto";
import Provider from "oidc-provider";

const [port, back, algorithm] = process.argv.slice(2);
const kinds = { RS256: ["rsa", { modulusLength: 2048 }], PS256: ["rsa", { modulusLength: 2048 }],
  ES256: ["ec", { namedCurve: "P-256" }], EdDSA: ["ed25519", {}] };
const { privateKey } = generateKeyPairSync(...kinds[algorithm]);
const key = { ...privateKey.export({ format: "jwk" }), use: "sig", alg: algorithm };

const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{ client_id: "register", client_secret: "geheim van het register", redirect_uris: [back],
    id_token_signed_response_alg: algorithm }],
  enabledJWA: { idTokenSigningAlgValues: [algorithm] },
  jwks: { keys: [key] },
  cookies: { keys: ["of this run only"] },
  pkce: { required: () => true },
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
  findAccount: (context, sub) => ({ accountId: sub,
    claims: () => ({ sub, email: `${sub}@bestuur.example`, email_verified: sub !== "ongezien", name: "IB’er Oost" }) }),
});
provider.listen(Number(port), "127.0.0.1", () => console.log("ready"));
