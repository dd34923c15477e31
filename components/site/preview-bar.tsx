import { translator } from '@/lib/messages/translator';
import { innerBarStyle } from './bar-style';

/** Says that the page is a draft. */
export function PreviewBar() {
  const text = translator('site')('draftPreview');
  return <div dangerouslySetInnerHTML={{ __html: `<p role="status" style="${innerBarStyle}">${text}</p>` }} />;
}
