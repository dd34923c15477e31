import clsx from 'clsx';

interface SignInPictureProps {
  brand: { signInPictureUrl: string | null; glyph: { path: string; width: number } };
  className?: string;
}

/** The tenant's picture, or its initial large on its colour. It says nothing that the page does not say. */
export function SignInPicture({ brand, className }: SignInPictureProps) {
  const { signInPictureUrl: url, glyph } = brand;
  return (
    <div aria-hidden="true" className={clsx('relative isolate min-h-0 overflow-hidden bg-brand', className)}>
      {url === null ? (
        <svg
          viewBox={`-6 -6 ${glyph.width + 12} 82`}
          className="absolute -end-[4%] -bottom-[12%] h-[88%] text-on-brand opacity-15"
          fill="none"
          stroke="currentColor"
          strokeWidth="12"
        >
          <path d={glyph.path} />
        </svg>
      ) : (
        <img src={url} alt="" className="absolute inset-0 size-full object-cover" />
      )}
    </div>
  );
}
