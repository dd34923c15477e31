import { describe, expect, it } from 'vitest';
import { readBucketUrl } from './bucket-url';
import { parseEnv } from './env';

describe('readBucketUrl', () => {
  it('reads a bucket at Amazon, whose credentials stand elsewhere', () => {
    expect(readBucketUrl('s3://uploads.example?region=eu-central-1')).toEqual({
      bucket: 'uploads.example',
      prefix: '',
      region: 'eu-central-1',
      endpoint: undefined,
      pathStyle: false,
      credentials: undefined,
    });
  });

  it('reads a server of one’s own, with a prefix and a secret that holds every character', () => {
    const secret = 'a/b+c:d@e?f#g%h';
    const url = `s3://key:${encodeURIComponent(secret)}@uploads/portico/live/?endpoint=https://s3.example:9000`;
    expect(readBucketUrl(url)).toEqual({
      bucket: 'uploads',
      prefix: 'portico/live',
      region: 'us-east-1',
      endpoint: 'https://s3.example:9000',
      pathStyle: true,
      credentials: { accessKeyId: 'key', secretAccessKey: secret },
    });
  });

  it.each([
    's3:',
    's3://',
    's3://A',
    's3://ab',
    's3://-ab-',
    's3://a..b',
    's3://bucket:9000',
    's3://key@bucket',
    's3://:secret@bucket',
    's3://bucket/a//b',
    's3://bucket/a%2fb',
    's3://bucket?pathStyle=yes',
    's3://bucket?endpoint=s3.example',
    's3://bucket?endpoint=ftp://s3.example',
    's3://bucket?endpoint=https://s3.example/path',
    's3://bucket?endpoint=https://u:p@s3.example',
    's3://bucket?acl=public-read',
  ])('refuses %s', (url) => {
    expect(() => readBucketUrl(url)).toThrow(/^STORAGE_URL/);
  });

  it('stops the start without telling the secret', () => {
    const environment = { DATABASE_URL: 'postgresql://h/d', AUTH_SECRET: 'x'.repeat(32), MASTER_KEY: 'x'.repeat(32) };
    const parse = (STORAGE_URL: string) => () => parseEnv({ NODE_ENV: 'test', ...environment, STORAGE_URL });
    expect(parse('s3://key:geheim@bucket?acl=public')).toThrow(/STORAGE_URL knows no option acl/);
    expect(parse('s3://key:geheim@bucket?acl=public')).not.toThrow(/geheim/);
    expect(parse('ftp://key:geheim@bucket')).toThrow(/STORAGE_URL must start with file: or s3:/);
    expect(parse('s3://key:geheim@bucket')().storageUrl).toContain('s3://');
  });
});
