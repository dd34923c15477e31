/** What a site's CSS may say (docs/site-code.md). Everything else is taken out. */

const boxes = ['', '-top', '-right', '-bottom', '-left', '-block', '-inline'];
const ends = ['-block-start', '-block-end', '-inline-start', '-inline-end'];
const sided = (stem: string): string[] => [...boxes, ...ends].map((side) => stem + side);
const borders = [...boxes, ...ends].flatMap((side) =>
  ['', '-width', '-style', '-color'].map((part) => `border${side}${part}`),
);
const corners = [
  'top-left',
  'top-right',
  'bottom-left',
  'bottom-right',
  'start-start',
  'start-end',
  'end-start',
  'end-end',
];

/** `all`, `contain`, `isolation`, `content-visibility`, `will-change`, `anchor-*` and `view-transition-*` are left out on purpose: they undo what keeps a site's look in its place. */
export const allowedProperties: ReadonlySet<string> = new Set([
  ...sided('margin'),
  ...sided('padding'),
  ...sided('inset'),
  ...sided('scroll-margin'),
  ...sided('scroll-padding'),
  ...borders,
  ...corners.map((corner) => `border-${corner}-radius`),
  ...words`
    border-radius border-collapse border-spacing border-image border-image-source border-image-slice border-image-width border-image-outset
    border-image-repeat outline outline-width outline-style outline-color outline-offset
    display position top right bottom left z-index float clear visibility opacity overflow overflow-x overflow-y overflow-wrap
    box-sizing width height min-width min-height max-width max-height inline-size block-size min-inline-size min-block-size
    max-inline-size max-block-size aspect-ratio object-fit object-position vertical-align
    flex flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap order gap row-gap column-gap
    grid grid-area grid-auto-columns grid-auto-flow grid-auto-rows grid-column grid-column-end grid-column-start grid-row grid-row-end
    grid-row-start grid-template grid-template-areas grid-template-columns grid-template-rows
    align-content align-items align-self justify-content justify-items justify-self place-content place-items place-self
    columns column-count column-fill column-rule column-rule-color column-rule-style column-rule-width column-span column-width
    break-after break-before break-inside orphans widows
    color background background-attachment background-blend-mode background-clip background-color background-image background-origin
    background-position background-position-x background-position-y background-repeat background-size mix-blend-mode box-shadow
    accent-color caret-color color-scheme filter backdrop-filter clip-path mask mask-image mask-size mask-position mask-repeat fill stroke
    stroke-width
    font font-family font-size font-style font-weight font-stretch font-variant font-variant-caps font-variant-numeric
    font-variant-ligatures font-feature-settings font-kerning font-optical-sizing font-size-adjust font-synthesis
    line-height letter-spacing word-spacing word-break hyphens white-space text-align text-align-last text-decoration
    text-decoration-color text-decoration-line text-decoration-style text-decoration-thickness text-underline-offset
    text-underline-position text-indent text-overflow text-shadow text-transform text-wrap text-emphasis text-rendering
    tab-size direction unicode-bidi writing-mode list-style list-style-image list-style-position list-style-type quotes content
    counter-increment counter-reset counter-set caption-side empty-cells table-layout
    transform transform-origin transform-style translate rotate scale perspective perspective-origin backface-visibility
    transition transition-delay transition-duration transition-property transition-timing-function
    animation animation-delay animation-direction animation-duration animation-fill-mode animation-iteration-count animation-name
    animation-play-state animation-timing-function
    cursor pointer-events user-select resize scroll-behavior scroll-snap-align scroll-snap-stop scroll-snap-type
    overscroll-behavior overscroll-behavior-x overscroll-behavior-y touch-action appearance
    -webkit-font-smoothing -moz-osx-font-smoothing -webkit-line-clamp -webkit-box-orient -webkit-text-fill-color
    -webkit-background-clip -webkit-backdrop-filter -webkit-appearance -webkit-text-size-adjust`,
]);

/** Functions that take an address as a string (`image-set`, `image`, `src`, `paint`, `element`, `cross-fade`) are not among them. */
export const allowedFunctions: ReadonlySet<string> = new Set(words`
  var calc min max clamp round abs sign rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark
  linear-gradient radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient repeating-conic-gradient
  translate translatex translatey translatez translate3d scale scalex scaley scale3d rotate rotatex rotatey rotatez rotate3d skew skewx
  skewy matrix matrix3d perspective blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
  cubic-bezier steps linear minmax repeat fit-content circle ellipse inset polygon path counter counters attr env format tech`);

export const fontDescriptors: ReadonlySet<string> = new Set(words`
  font-family src font-weight font-style font-stretch font-display unicode-range size-adjust ascent-override descent-override
  line-gap-override font-feature-settings`);

export const allowedPseudoClasses: ReadonlySet<string> = new Set(words`
  hover focus focus-visible focus-within active visited link any-link target enabled disabled checked first-child last-child only-child
  first-of-type last-of-type only-of-type nth-child nth-last-child nth-of-type nth-last-of-type empty root is where not has lang dir
  open placeholder-shown`);

export const allowedPseudoElements: ReadonlySet<string> = new Set(words`
  before after first-line first-letter marker selection placeholder`);

/** Of a picture inside the stylesheet. */
export const MAX_DATA_CHARACTERS = 40_000;
/** Our own parts of a page lie above. */
export const MAX_LAYER = 100;

function words(text: TemplateStringsArray): string[] {
  return text.join('').split(/\s+/).filter(Boolean);
}
