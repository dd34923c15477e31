import clsx from 'clsx';

/** Running text with headings, lists and tables. `html` must come from a renderer that lets nothing active through. */
export function Prose({ html, className }: { html: string; className?: string }) {
  return <div className={clsx(PROSE, className)} dangerouslySetInnerHTML={{ __html: html }} />;
}

const PROSE = [
  'max-w-[68ch] text-md leading-relaxed wrap-anywhere [&>*+*]:mt-4 [&>:is(h2,h3,h4,h5,h6)]:mt-8 [&>:first-child]:mt-0',
  '[&_h2]:text-lg [&_h2]:font-semibold [&_h2]:tracking-tight [&_h3]:font-semibold [&_h4]:font-semibold [&_h5]:font-semibold [&_h6]:font-semibold',
  '[&_a[href]]:text-accent-text [&_a[href]]:underline [&_a[href]]:underline-offset-3',
  '[&_ul]:list-disc [&_ol]:list-decimal [&_:is(ul,ol)]:grid [&_:is(ul,ol)]:gap-1 [&_:is(ul,ol)]:ps-6',
  '[&_blockquote]:border-s-2 [&_blockquote]:border-border-strong [&_blockquote]:ps-4 [&_blockquote]:text-muted',
  '[&_code]:rounded-sm [&_code]:bg-sunken [&_code]:px-1 [&_code]:font-mono [&_code]:text-sm',
  '[&_pre]:overflow-x-auto [&_pre]:rounded-md [&_pre]:border [&_pre]:border-border [&_pre]:bg-sunken [&_pre]:p-4 [&_pre_code]:p-0',
  '[&_hr]:border-border [&_img]:h-auto [&_img]:max-w-full [&_img]:rounded-md',
  '[&_table]:block [&_table]:max-w-full [&_table]:overflow-x-auto [&_:is(th,td)]:border-b [&_:is(th,td)]:border-border [&_:is(th,td)]:py-1.5 [&_:is(th,td)]:pe-6 [&_:is(th,td)]:text-start [&_th]:font-semibold',
].join(' ');
