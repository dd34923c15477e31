/**
 * The look of a bar that says what is shown. It stands in a style attribute with `!important`, which no stylesheet outranks, and its layer
 * lies above all that a tenant's can reach.
 */
export const barStyle = styleAttribute({
  all: 'initial',
  position: 'fixed',
  inset: 'auto 0 0 0',
  'z-index': '2147483647',
  display: 'block',
  padding: '10px 16px',
  background: '#111827',
  color: '#ffffff',
  font: '600 14px/1.4 system-ui, sans-serif',
  'text-align': 'center',
});

export const barButtonStyle = styleAttribute({
  all: 'initial',
  display: 'inline',
  padding: '6px 4px',
  color: '#ffffff',
  font: '600 14px/1.4 system-ui, sans-serif',
  'text-decoration': 'underline',
  cursor: 'pointer',
});

function styleAttribute(style: Record<string, string>): string {
  return Object.entries(style)
    .map(([name, value]) => `${name}:${value}!important`)
    .join(';');
}
