import { Download } from 'lucide-react';
import { buttonStyle } from '@/components/ui/button-style';
import { translator } from '@/lib/messages/translator';

/** A plain link: nothing may fetch the file ahead. */
export function DownloadEvidence() {
  return (
    <a href="/api/portal/security/evidence" download className={buttonStyle('primary')}>
      <Download aria-hidden="true" />
      {translator('security')('download')}
    </a>
  );
}
