const look = {
  all: 'initial',
  'z-index': '2147483647',
  display: 'block',
  padding: '10px 16px',
  background: '#111827',
  color: '#ffffff',
  font: '600 14px/1.4 system-ui, sans-serif',
  'text-align': 'center',
};

/**
 * The look of a bar that says what is shown. It stands in a style attribute with `!important`, which no stylesheet outranks. Beside the
 * element that a tenant's rules are kept in (SCOPE_CLASS) none of them reaches it, and at its end it covers nothing of the page.
 */
export const barStyle = styleAttribute({ ...look, position: 'sticky', bottom: '0' });

/** The same inside of that element, above what is there. A rule for what is around it may still move it. */
export const innerBarStyle = styleAttribute({ ...look, position: 'fixed', inset: 'auto 0 0 0' });

/** A part of a bar that looks like the rest of it. */
export const barPartStyle = styleAttribute({ all: 'initial', display: 'inline', color: 'inherit', font: 'inherit' });

export const barButtonStyle = styleAttribute({
  all: 'initial',
  // Whoever comes by keyboard has to see it.
  outline: 'revert',
  display: 'inline',
  padding: '6px 4px',
  color: 'inherit',
  font: 'inherit',
  'text-decoration': 'underline',
  cursor: 'pointer',
});

function styleAttribute(style: Record<string, string>): string {
  return Object.entries(style)
    .map(([name, value]) => `${name}:${value}!important`)
    .join(';');
}
