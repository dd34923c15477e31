import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { AppError } from './errors';
import { IMAGE_BYTES_MAX, reencodeImage } from './images';

const blue = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: '#0000ff' } });
const svg = (attributes: string, body: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${body}</svg>`);

async function refusalOf(upload: Buffer): Promise<string | undefined> {
  const error = await reencodeImage(upload, { kind: 'logo' }).then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof AppError ? error.details.messageKey : undefined;
}

async function pixel(bytes: Buffer, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const offset = (y * info.width + x) * info.channels;
  return [...data.subarray(offset, offset + 4)];
}

describe('reencodeImage', () => {
  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('writes a %s anew as PNG', async (format) => {
    const upload = await blue(300, 100).toFormat(format).toBuffer();
    const [image] = await reencodeImage(upload, { kind: 'logo' });
    expect(image).toMatchObject({ width: 300, height: 100, mimeType: 'image/png' });
    expect((await sharp(image?.bytes).metadata()).format).toBe('png');
  });

  it('brings a large logo to at most twice its largest size on a page and leaves a small one alone', async () => {
    expect((await reencodeImage(await blue(4000, 1000).png().toBuffer(), { kind: 'logo' }))[0]).toMatchObject({
      width: 1024,
      height: 256,
    });
    expect((await reencodeImage(await blue(40, 20).png().toBuffer(), { kind: 'logo' }))[0]).toMatchObject({
      width: 40,
      height: 20,
    });
  });

  it('cuts a picture for shared links to 1,200 × 630 whatever its shape, on white where it is transparent', async () => {
    const clear = sharp({ create: { width: 900, height: 900, channels: 4, background: '#0000ff00' } });
    const drawing = svg('width="10" height="40"', '<rect width="10" height="40" fill="#00f"/>');
    for (const upload of [await blue(3000, 400).jpeg().toBuffer(), await clear.png().toBuffer(), drawing]) {
      const [image, ...others] = await reencodeImage(upload, { kind: 'share' });
      expect(others).toEqual([]);
      expect(image).toMatchObject({ width: 1200, height: 630, mimeType: 'image/jpeg' });
      expect(await sharp(image?.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 });
    }
    const [onWhite] = await reencodeImage(await clear.png().toBuffer(), { kind: 'share' });
    expect(await pixel(onWhite?.bytes ?? Buffer.alloc(0), 600, 300)).toEqual([255, 255, 255, 255]);
  });

  it('makes square favicons in three sizes, the largest first', async () => {
    const images = await reencodeImage(await blue(300, 100).png().toBuffer(), { kind: 'favicon' });
    expect(images.map(({ width, height }) => [width, height])).toEqual([
      [512, 512],
      [180, 180],
      [32, 32],
    ]);
  });

  it('draws an SVG sharply at the size needed, never passing it on', async () => {
    const [image] = await reencodeImage(svg('width="16" height="8"', '<rect width="16" height="8" fill="#00f"/>'), {
      kind: 'logo',
    });
    expect(image).toMatchObject({ width: 1024, height: 512 });
    expect(await pixel(image?.bytes ?? Buffer.alloc(0), 500, 250)).toEqual([0, 0, 255, 255]);
  });

  it('draws a gigantic SVG small', async () => {
    const [image] = await reencodeImage(
      svg('width="90000" height="90000"', '<rect width="90000" height="90000" fill="#00f"/>'),
      { kind: 'logo' },
    );
    expect(image?.width).toBeLessThanOrEqual(512);
  });

  it('draws nothing that an SVG refers to outside itself', async () => {
    const href = 'file:///etc/passwd';
    const body = `<image href="${href}" width="9" height="9"/><image href="http://127.0.0.1:1/x.png" width="9" height="9"/><script>alert(1)</script>`;
    const [image] = await reencodeImage(svg('width="9" height="9"', body), { kind: 'logo' });
    expect((await pixel(image?.bytes ?? Buffer.alloc(0), 5, 5))[3]).toBe(0);
  });

  it('drops metadata and whatever is appended to the picture', async () => {
    const upload = await blue(20, 20)
      .withExif({ IFD0: { Artist: 'secret artist' } })
      .jpeg()
      .toBuffer();
    const polyglot = Buffer.concat([upload, Buffer.from('<script>alert(1)</script><?php x ?>')]);
    const [image] = await reencodeImage(polyglot, { kind: 'logo' });
    expect(image?.bytes.includes('secret artist')).toBe(false);
    expect(image?.bytes.includes('script')).toBe(false);
    expect((await sharp(image?.bytes).metadata()).exif).toBeUndefined();
  });

  it('takes the colours of a printer’s file (CMYK) to those of a screen', async () => {
    const upload = await blue(60, 30)
      .flatten({ background: '#fff' })
      .toColourspace('cmyk')
      .jpeg({ quality: 100 })
      .toBuffer();
    expect((await sharp(upload).metadata()).space).toBe('cmyk');
    const [image] = await reencodeImage(upload, { kind: 'logo' });
    expect((await sharp(image?.bytes).metadata()).space).toBe('srgb');
    const [red = 255, , bluish = 0] = await pixel(image?.bytes ?? Buffer.alloc(0), 30, 15);
    expect(bluish - red).toBeGreaterThan(60);
  });

  it('keeps the first picture of an animation and stands still', async () => {
    const frames = await Promise.all(
      ['#ff0000', '#00ff00', '#0000ff'].map((background) =>
        sharp({ create: { width: 40, height: 20, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    for (const format of ['gif', 'webp'] as const) {
      const upload = await sharp(frames, { join: { animated: true } })
        .toFormat(format, { lossless: true })
        .toBuffer();
      expect((await sharp(upload).metadata()).pages).toBe(3);
      const [image] = await reencodeImage(upload, { kind: 'logo' });
      expect(image).toMatchObject({ width: 40, height: 20 });
      expect((await sharp(image?.bytes).metadata()).pages ?? 1).toBe(1);
      expect(await pixel(image?.bytes ?? Buffer.alloc(0), 20, 10)).toEqual([255, 0, 0, 255]);
    }
  });

  it('lays a picture upright as its camera held it, and keeps nothing that says so', async () => {
    const upload = await blue(60, 30)
      .withExif({ IFD0: { Orientation: '6' } })
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const [image] = await reencodeImage(upload, { kind: 'logo' });
    expect(image).toMatchObject({ width: 30, height: 60 });
    expect((await sharp(image?.bytes).metadata()).orientation).toBeUndefined();
  });

  it('keeps the drawing beside the pixels of a logo that came as SVG, and of nothing else', async () => {
    const drawing = svg('width="16" height="8"', '<script>x()</script><rect width="16" height="8" fill="#00f"/>');
    const [logo] = await reencodeImage(drawing, { kind: 'logo' });
    expect(logo?.vector?.bytes.toString()).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="8" viewBox="0 0 16 8"><rect width="16" height="8" fill="#00f"/></svg>\n',
    );
    expect(logo?.vector?.sha256).toMatch(/^[0-9a-f]{64}$/);
    const [icon] = await reencodeImage(drawing, { kind: 'favicon' });
    expect(icon?.vector).toBeUndefined();
    const [raster] = await reencodeImage(await blue(16, 8).png().toBuffer(), { kind: 'logo' });
    expect(raster?.vector).toBeUndefined();
  });

  it('names the same picture by the same hash', async () => {
    const upload = await blue(30, 30).png().toBuffer();
    const [first] = await reencodeImage(upload, { kind: 'logo' });
    const [second] = await reencodeImage(upload, { kind: 'logo' });
    expect(first?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(second?.sha256).toBe(first?.sha256);
  });

  it.each([
    ['an empty file', Buffer.alloc(0)],
    ['HTML', Buffer.from('<html><svg></svg></html>')],
    ['a PDF', Buffer.from('%PDF-1.7')],
    ['text', Buffer.from('hello')],
    ['a BMP', Buffer.from('BM000000000000')],
    [
      'an SVG with entities',
      Buffer.from('<!DOCTYPE svg [<!ENTITY a "x">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'),
    ],
    ['a TIFF', Buffer.from('II*\0aaaaaaaa', 'latin1')],
  ])('refuses %s as unsupported', async (_, upload) => {
    expect(await refusalOf(upload)).toBe('imageUnsupported');
  });

  it('refuses more than 2 MB before looking at it', async () => {
    expect(await refusalOf(Buffer.alloc(IMAGE_BYTES_MAX + 1))).toBe('imageTooLarge');
  });

  it('refuses a decompression bomb by its header', async () => {
    expect(await refusalOf(pngOf(50_000, 50_000))).toBe('imageTooManyPixels');
    expect(await refusalOf(gifOf(50_000, 50_000))).toMatch(/^image(?:TooManyPixels|Broken)$/);
    const wide = await sharp({ create: { width: 12_000, height: 2_000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(await refusalOf(wide)).toBe('imageTooManyPixels');
  });

  it('refuses a truncated picture and one whose header lies', async () => {
    const whole = await blue(200, 200).jpeg().toBuffer();
    expect(await refusalOf(whole.subarray(0, whole.length >> 1))).toBe('imageBroken');
    expect(await refusalOf(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), whole]))).toBe('imageBroken');
  });

  it('answers any bytes behind a valid signature with a refusal or an image, never with a crash', async () => {
    const signature = fc.constantFrom(
      '\x89PNG\r\n\x1a\n',
      '\xff\xd8\xff',
      'GIF89a',
      'RIFF0000WEBP',
      '0000ftypavif',
      '<svg>',
    );
    await fc.assert(
      fc.asyncProperty(signature, fc.uint8Array({ maxLength: 300 }), async (head, tail) => {
        const upload = Buffer.concat([Buffer.from(head, 'latin1'), tail]);
        await reencodeImage(upload, { kind: 'logo' }).catch((error: unknown) => expect(error).toBeInstanceOf(AppError));
      }),
      { numRuns: 60 },
    );
  });
});

/** A well-formed PNG header that promises a size, with almost no data behind it. */
function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A GIF header that promises a size, with the smallest picture behind it. */
function gifOf(width: number, height: number): Buffer {
  const screen = Buffer.from('474946383961000000000000002c000000000000000000', 'hex');
  for (const [value, offset] of [
    [width, 6],
    [height, 8],
    [width, 18],
    [height, 20],
  ] as const)
    screen.writeUInt16LE(value, offset);
  return Buffer.concat([screen, Buffer.from('024c01003b', 'hex')]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
