import { Callout } from '@/components/ui/callout';
import { translator } from '@/lib/messages/translator';

interface FindingListProps {
  title: string;
  tone: 'negative' | 'info';
  sentences: readonly string[];
}

/** A wall that is down altogether has hundreds of sentences; the first say enough to begin with. */
const openMax = 8;

/** Each finding as a sentence; nothing where there is none. */
export function FindingList({ title, tone, sentences }: FindingListProps) {
  if (sentences.length === 0) return null;
  const more = sentences.slice(openMax);
  return (
    <Callout tone={tone} title={title}>
      <div className="grid gap-2">
        <Sentences sentences={sentences.slice(0, openMax)} />
        {more.length > 0 && (
          <details>
            <summary className="cursor-pointer font-medium">
              {translator('health')('findings.more', { count: more.length })}
            </summary>
            <Sentences sentences={more} />
          </details>
        )}
      </div>
    </Callout>
  );
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  return (
    <ul className="grid list-disc gap-1 ps-4">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
