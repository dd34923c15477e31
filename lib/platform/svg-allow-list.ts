/** What a drawing may consist of: shapes, text, paint. Nothing that runs, loads, links, moves, filters or embeds. */
export const SVG_ELEMENTS: ReadonlySet<string> = new Set(
  words(`svg g defs symbol use path rect circle ellipse line polyline polygon text tspan linearGradient radialGradient
    stop clipPath mask pattern title desc style`),
);

/** Left out themselves, while what they hold stays. */
export const SVG_WRAPPERS: ReadonlySet<string> = new Set(['a', 'switch']);

/** Paint and type, as an attribute or as a declaration of a style. */
const PROPERTIES = words(`clip-path clip-rule color color-interpolation display dominant-baseline fill fill-opacity
  fill-rule font-family font-size font-stretch font-style font-variant font-weight isolation letter-spacing
  mask mask-type mix-blend-mode opacity overflow paint-order shape-rendering stop-color stop-opacity stroke
  stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
  text-anchor text-decoration text-rendering transform transform-box transform-origin vector-effect visibility
  word-spacing`);
export const SVG_PROPERTIES: ReadonlySet<string> = new Set(PROPERTIES);

export const SVG_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...PROPERTIES,
  ...words(`clipPathUnits cx cy d dx dy fr fx fy gradientTransform gradientUnits height lengthAdjust maskContentUnits
    maskUnits offset pathLength patternContentUnits patternTransform patternUnits points preserveAspectRatio r rotate
    rx ry spreadMethod textLength viewBox width x x1 x2 y y1 y2`),
]);

const FUNCTIONS: ReadonlySet<string> = new Set(
  words('rgb rgba hsl hsla matrix translate translateX translateY scale scaleX scaleY rotate skewX skewY'),
);

const OWN_REFERENCE = /url\(\s*(["']?)#([\p{L}_][\p{L}\p{N}_.-]{0,99})\1\s*\)/gu;
const PLAIN = /^[\p{L}\p{N}\s#.,%()+'"_-]*$/u;

/** The value where it is one that can only draw; else null. It has no room for another address, an escape or a second declaration. */
export function safeSvgValue(name: string, value: string): string | null {
  const rest = value.replace(OWN_REFERENCE, '');
  if (!PLAIN.test(rest)) return null;
  for (const [, called = ''] of rest.matchAll(/([\p{L}\p{N}_-]*)\s*\(/gu)) if (!FUNCTIONS.has(called)) return null;
  if (name === 'stroke-dasharray' && hasTinyDash(rest)) return null;
  return value.trim();
}

/** The ids of the same drawing that a value draws with. */
export function referencesIn(value: string): string[] {
  return [...value.matchAll(OWN_REFERENCE)].flatMap(([, , id]) => id ?? []);
}

export function safeSvgId(value: string): string | null {
  return /^[\p{L}_][\p{L}\p{N}_.-]{0,99}$/u.test(value) ? value : null;
}

/** A long line of millions of dashes is a few bytes to write and minutes to draw. */
function hasTinyDash(value: string): boolean {
  return value.split(/[\s,]+/).some((dash) => Number.parseFloat(dash) > 0 && Number.parseFloat(dash) < 0.1);
}

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
