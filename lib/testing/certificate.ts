/** Certificates for tests of what looks at them: any names, any dates, signed by itself. Just enough of X.509 (RFC 5280) in DER. */
import { generateKeyPairSync, sign } from 'node:crypto';

export interface TestCertificate {
  key: string;
  cert: string;
}

/** @param options.validTo when it ends; a text is written as it stands, also where it is no date. */
export function makeCertificate(options: {
  names: readonly string[];
  issuer: string;
  validTo: Date | string;
}): TestCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const name = sequence(set(sequence(oid('550403'), utf8(options.issuer))));
  const validity = sequence(time(new Date('2020-01-01T00:00:00Z')), time(options.validTo));
  const names = sequence(...options.names.map((each) => element(0x82, Buffer.from(each, 'ascii'))));
  const extensions = element(0xa3, sequence(sequence(oid('551d11'), element(0x04, names))));
  const body = sequence(
    element(0xa0, integer(2)),
    integer(1),
    ecdsaWithSha256,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions,
  );
  const signature = element(0x03, Buffer.from([0]), sign('sha256', body, privateKey));
  const der = sequence(body, ecdsaWithSha256, signature);
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`,
  };
}

function element(tag: number, ...parts: Buffer[]): Buffer {
  const value = Buffer.concat(parts);
  const bytes = value.length > 255 ? [0x82, value.length >> 8, value.length & 255] : [0x81, value.length];
  const length = value.length < 128 ? [value.length] : bytes;
  return Buffer.concat([Buffer.from([tag, ...length]), value]);
}

const sequence = (...parts: Buffer[]): Buffer => element(0x30, ...parts);
const set = (...parts: Buffer[]): Buffer => element(0x31, ...parts);
const oid = (hex: string): Buffer => element(0x06, Buffer.from(hex, 'hex'));
const utf8 = (text: string): Buffer => element(0x0c, Buffer.from(text, 'utf8'));
const integer = (value: number): Buffer => element(0x02, Buffer.from([value]));
/** GeneralizedTime, to the second. */
const time = (at: Date | string): Buffer =>
  element(0x18, Buffer.from(typeof at === 'string' ? at : `${at.toISOString().replaceAll(/[-:T]|\.\d+Z/g, '')}Z`));
const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
