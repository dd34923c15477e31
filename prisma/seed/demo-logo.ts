import sharp from 'sharp';
import type { DemoTenant } from './demo-tenants';

/** The tenant's sign and name as a PNG data URL, as the wizard sends an uploaded logo. */
export async function demoLogo(tenant: DemoTenant): Promise<string> {
  const mark = tenant.mark.replaceAll('COLOUR', tenant.brand.brandColour);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${mark}</svg>`;
  const png = await sharp(Buffer.from(svg), { density: 576 }).resize(512, 512).png({ palette: true }).toBuffer();
  return `data:image/png;base64,${png.toString('base64')}`;
}
