'use client';

import { useState } from 'react';
import { useRouter } from 'next/navigation';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Failure } from '@/components/i18n/use-failure-text';
import { useToast } from '@/components/ui/toast';
import { brandTokensSchema, type BrandTokens } from '@/lib/core/branding/schema';
import { differingFields } from '@/lib/features/branding/rules';
import type { BrandAssetView, UploadedAsset } from '@/lib/features/branding/schema';
import type { StudioActions, StudioFacts, StudioResult } from './studio-types';

/** The brand being edited, what of it is saved, and the ways to save it. Input is kept whatever is refused. */
export function useStudio({ form, viewerName }: Pick<StudioFacts, 'form' | 'viewerName'>, actions: StudioActions) {
  const t = useTranslations('branding');
  const router = useRouter();
  const toast = useToast();
  const [tokens, setTokens] = useState(form.tokens);
  const [saved, setSaved] = useState({ tokens: form.tokens, revision: form.revision });
  const [assets, setAssets] = useState(form.assets);
  const [colours, setColours] = useState(form.logoColours);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [justSaved, setJustSaved] = useState(false);
  const [draft, setDraft] = useState(form.draft);

  const whenDone = <T, V>(onDone: (data: T, wanted: V) => void) => ({
    onMutate: () => setFailure(null),
    onSuccess: (result: StudioResult<T>, wanted: V) =>
      result.ok ? onDone(result.data, wanted) : setFailure(result.error),
    onError: () => setFailure({ code: 'unavailable' }),
  });
  const save = useMutation({
    mutationFn: (wanted: BrandTokens) => actions.saveDraft({ revision: saved.revision, tokens: wanted }),
    ...whenDone(({ revision, updatedAt }: { revision: string; updatedAt: string }, wanted: BrandTokens) => {
      setSaved({ tokens: wanted, revision });
      setDraft({ updatedAt, createdByName: viewerName });
      setJustSaved(true);
    }),
  });
  // After these two the server's answer opens the studio anew (its key is the revision).
  const publish = useMutation({
    mutationFn: (wanted: BrandTokens) => actions.publish({ revision: saved.revision, tokens: wanted }),
    ...whenDone(({ number }: { number: number }, wanted: BrandTokens) => {
      setSaved({ tokens: wanted, revision: `live:${number}` });
      toast.done(t('published'), { detail: t('publishedDetail', { number }) });
      router.refresh();
    }),
  });
  const discard = useMutation({
    mutationFn: () => actions.discardDraft({ revision: saved.revision }),
    ...whenDone(() => {
      toast.done(t('discarded'));
      router.refresh();
    }),
  });

  const inherit = useMutation({
    mutationFn: () => actions.inherit({ revision: saved.revision }),
    ...whenDone(() => {
      toast.done(t('inherit.done', { name: form.parent?.name ?? '' }));
      router.refresh();
    }),
  });
  const preview = useMutation({
    mutationFn: () => actions.startPreview({}),
    ...whenDone(() => router.refresh()),
  });
  const siteLink = useMutation({
    mutationFn: () => actions.previewOnSite({}),
    ...whenDone(({ url }: { url: string }) => window.open(url, '_blank', 'noopener')),
  });

  function checked(act: (wanted: BrandTokens) => void) {
    const result = brandTokensSchema.safeParse(tokens);
    if (result.success) return act(result.data);
    const fields = Object.fromEntries(
      result.error.issues.map((issue) => [`tokens.${issue.path.join('.')}`, issue.message]),
    );
    setFailure({ code: 'validation_failed', fields });
  }

  return {
    tokens,
    assets,
    colours,
    failure,
    draft,
    save,
    publish,
    discard,
    inherit,
    preview,
    siteLink,
    isDirty: differingFields(tokens, saved.tokens).length > 0,
    justSaved,
    change(changes: Partial<BrandTokens>) {
      setTokens((current) => ({ ...current, ...changes }));
      setFailure(null);
      setJustSaved(false);
    },
    addAsset(asset: UploadedAsset) {
      setAssets((current): BrandAssetView[] => [...current, asset]);
      if (asset.colours.length > 0) setColours(asset.colours);
    },
    reset: () => {
      setTokens(saved.tokens);
      setFailure(null);
    },
    loadTheirs: () => router.refresh(),
    saveDraft: () => checked(save.mutate),
    publishNow: () => checked(publish.mutate),
    fieldError: (field: keyof BrandTokens): string | undefined => failure?.fields?.[`tokens.${field}`],
  };
}

export type Studio = ReturnType<typeof useStudio>;
