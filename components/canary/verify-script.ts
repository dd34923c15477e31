/** Ten lines that need nothing of ours but the public key. The payload stands in the file in the very bytes that were signed. */
export function verifyScript(origin: string): string {
  return `import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const { payload, signature, keyId } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { keys } = await (await fetch('${origin}/.well-known/portico-canary.json')).json();
const key = createPublicKey({ key: keys.find(({ kid }) => kid === keyId), format: 'jwk' });
const good = verify(null, Buffer.from(JSON.stringify(payload)), key, Buffer.from(signature, 'base64url'));
console.log(good ? 'The signature is good.' : 'The signature is NOT good.');
process.exitCode = good ? 0 : 1;
`;
}
