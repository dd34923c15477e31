import { translator } from '@/lib/messages/translator';

/**
 * Says that the page is a draft. Its look stands in a style attribute with `!important`, which no stylesheet outranks, and its layer lies
 * above all that a tenant's can reach.
 */
export function PreviewBar() {
  const text = translator('site')('draftPreview');
  return <div dangerouslySetInnerHTML={{ __html: `<p role="status" style="${LOOK}">${text}</p>` }} />;
}

const LOOK = Object.entries({
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
})
  .map(([name, value]) => `${name}:${value}!important`)
  .join(';');
