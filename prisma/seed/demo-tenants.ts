import type { MemberRole } from '@/lib/core/access/roles';
import type { BrandTokens } from '@/lib/core/branding/schema';
import type { Placement } from '@/lib/tenancy/context';

/** The three customers of the demo. Nothing here is special-cased anywhere: they are made by the same engine as every tenant. */
export interface DemoTenant {
  slug: string;
  name: string;
  industry: 'manufacturing' | 'software' | 'finance';
  /** One of each, so that every placement is lived in. */
  placement: Placement;
  planKey: 'free' | 'basic' | 'professional' | 'enterprise';
  timeZone: string;
  locale: 'en-US' | 'en-GB';
  currency: string;
  brand: Omit<BrandTokens, 'displayName' | 'logoLightAssetId' | 'logoDarkAssetId' | 'faviconAssetId'>;
  /** The logo's sign: an SVG drawn in the brand's colours, rasterised like an uploaded one. */
  mark: string;
  admin: string;
  people: readonly (readonly [name: string, role: MemberRole, joinedDaysAgo: number])[];
  /** Requests on a usual working day. */
  dailyRequests: number;
  overrides: readonly { key: string; value: boolean | number | string; reason: string }[];
  pages: readonly { slug: string; title: string; description: string; body: string; draft?: true }[];
}

const plain = { signInLayout: 'centred', emailHeader: 'plain' } as const;

export const demoTenants: readonly DemoTenant[] = [
  {
    slug: 'acme',
    placement: 'shared',
    name: 'Acme Industrial',
    industry: 'manufacturing',
    planKey: 'enterprise',
    timeZone: 'America/Chicago',
    locale: 'en-US',
    currency: 'USD',
    brand: {
      brandColour: '#c8451b',
      neutralTint: 'subtle',
      radius: 'small',
      font: 'space-grotesk',
      theme: 'light',
      ...plain,
    },
    mark: '<path d="M6 50 30 8h10l18 42H45l-3.4-9H24.200L19 50zM28.600 32h10.200L33.700 18z" fill="COLOUR"/>',
    admin: 'Dana Whitfield',
    people: [
      ['Marcus Oyelaran', 'owner', 89],
      ['Priya Raman', 'admin', 88],
      ['Tom Becker', 'manager', 84],
      ['Lucía Fernández', 'manager', 71],
      ['Sofia Lindqvist', 'user', 70],
      ['Jamal Carter', 'user', 64],
      ['Hannah Osei', 'user', 60],
      ['Pete Kowalczyk', 'user', 52],
      ['Ines Duarte', 'user', 45],
      ['Kenji Mori', 'user', 38],
      ['Aoife Brennan', 'user', 31],
      ['Ravi Menon', 'user', 24],
      ['Grace Adeyemi', 'user', 17],
      ['Noah Schultz', 'user', 9],
      ['Elena Petrova', 'viewer', 41],
      ['Walter Simms', 'viewer', 20],
    ],
    dailyRequests: 420,
    overrides: [{ key: 'quota.hosts', value: 12, reason: 'One address per plant, agreed in the 2026 renewal' }],
    pages: [
      {
        slug: 'home',
        title: 'Parts that keep plants running',
        description: 'Bearings, drives and couplings, delivered to the line within a day.',
        body: 'We have supplied maintenance teams since 1974. Today four warehouses carry **38,000 articles**, and nine of ten orders are on the line the next morning.\n\n## What customers use the portal for\n\n- Ordering against framework contracts, with their own prices\n- Tracking deliveries down to the pallet\n- Service bulletins and certificates for every serial number\n\n## Talk to an engineer\n\nNot sure which coupling fits? Our application desk answers on working days from 6 am to 6 pm Central.',
      },
      {
        slug: 'delivery',
        title: 'Delivery and cut-off times',
        description: 'When an order leaves which warehouse.',
        body: 'Orders placed before the cut-off leave the same day.\n\n| Warehouse | Cut-off | Next-day reach |\n| --- | --- | --- |\n| Joliet | 7 pm | Great Lakes |\n| Reno | 6 pm | West |\n| Macon | 6:30 pm | South-east |\n| Allentown | 7 pm | North-east |\n\nHeavy freight above 150 kg takes one day more.',
      },
      {
        slug: 'quality',
        title: 'Certificates',
        description: 'ISO 9001 and material certificates.',
        body: 'Every shipment comes with a material certificate according to EN 10204. The certificate of a serial number is in the portal under *Documents*.',
      },
      {
        slug: 'spring-shutdown',
        title: 'Spring shutdown planning',
        description: 'How to reserve stock for a planned shutdown.',
        body: 'Reserve stock up to twelve weeks ahead. We hold it without charge until the first day of your shutdown.',
        draft: true,
      },
    ],
  },
  {
    slug: 'globex',
    placement: 'schema',
    name: 'Globex Analytics',
    industry: 'software',
    planKey: 'professional',
    timeZone: 'Europe/Berlin',
    locale: 'en-GB',
    currency: 'EUR',
    brand: {
      brandColour: '#0d9488',
      accentColour: '#6d28d9',
      neutralTint: 'strong',
      radius: 'large',
      font: 'nunito-sans',
      theme: 'system',
      ...plain,
    },
    mark: '<circle cx="32" cy="32" r="25" fill="none" stroke="COLOUR" stroke-width="6"/><path d="M14 38c10-16 26-16 36-4" fill="none" stroke="COLOUR" stroke-width="6" stroke-linecap="round"/><circle cx="32" cy="26" r="6" fill="COLOUR"/>',
    admin: 'Jonas Weidmann',
    people: [
      ['Mara Vogel', 'admin', 80],
      ['Amélie Laurent', 'manager', 66],
      ['Stefan Huber', 'user', 61],
      ['Yara Haddad', 'user', 47],
      ['Mikkel Sørensen', 'user', 29],
      ['Beatriz Nunes', 'user', 12],
      ['Paul Okafor', 'viewer', 33],
    ],
    dailyRequests: 240,
    overrides: [{ key: 'usage.history_days', value: 400, reason: 'Audit year 2026, until the report is signed' }],
    pages: [
      {
        slug: 'home',
        title: 'Answers, not dashboards',
        description: 'Globex turns sensor data of wind parks into maintenance decisions.',
        body: 'Our models read **1.2 million sensors** every ten minutes and tell operators which turbine to climb next, and which can wait.\n\n> In the first winter we cut unplanned climbs by a third.\n\n## How a pilot works\n\n1. Connect three turbines\n2. Read-only for four weeks\n3. Compare our list with your log book',
      },
      {
        slug: 'security',
        title: 'Security',
        description: 'Where data is kept and who can see it.',
        body: 'Data stays in Frankfurt. Access is logged, and each customer can read the log of its own portal.',
      },
    ],
  },
  {
    slug: 'initech',
    placement: 'database',
    name: 'Initech Treasury Services',
    industry: 'finance',
    planKey: 'basic',
    timeZone: 'Europe/London',
    locale: 'en-GB',
    currency: 'GBP',
    brand: {
      brandColour: '#14213d',
      neutralTint: 'none',
      radius: 'none',
      font: 'source-serif',
      theme: 'system',
      ...plain,
    },
    mark: '<path d="M8 8h48v48H8z" fill="COLOUR"/><path d="M20 18h8v28h-8zM36 18h8v28h-8z" fill="#fff"/>',
    admin: 'Fiona Hargreaves',
    people: [
      ['Dev Chandra', 'manager', 55],
      ['Rosalind Pike', 'user', 43],
      ['Owen Llewellyn', 'viewer', 14],
    ],
    dailyRequests: 90,
    overrides: [{ key: 'site.pages', value: false, reason: 'Compliance has not released the public texts yet' }],
    pages: [],
  },
];
