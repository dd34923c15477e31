'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAct } from '@/components/i18n/use-act';
import { useFailureText, type Failure } from '@/components/i18n/use-failure-text';
import { useToast } from '@/components/ui/toast';
import { codeFields, originKinds, type CodeForm, type Finding, type SiteCode } from '@/lib/features/site-code/schema';
import type { CodeActions } from './code-types';

export interface CodeEditing {
  code: SiteCode;
  edit: (changes: Partial<SiteCode>) => void;
  reset: () => void;
  save: () => void;
  discard: () => void;
  /** Says what would be taken out, then asks. */
  askPublish: () => void;
  publish: () => void;
  preview: () => void;
  asking: boolean;
  stopAsking: () => void;
  findings: readonly Finding[];
  /** By form field, such as `origins.img`. */
  problems: Record<string, string>;
  problem: string | undefined;
  previewUrl: string | null;
  hasDraft: boolean;
  busy: boolean;
  state: 'clean' | 'dirty' | 'saving' | 'saved' | 'failed';
}

/** What is being written, kept until the server has it. */
export function useCode(form: CodeForm, actions: CodeActions): CodeEditing {
  const t = useTranslations('siteCode');
  const toast = useToast();
  const { sentence } = useFailureText();
  const [stored, setStored] = useState(form.code);
  const [code, setCode] = useState(form.code);
  const [revision, setRevision] = useState(form.revision);
  const [hasDraft, setHasDraft] = useState(form.draft !== null);
  const [findings, setFindings] = useState<readonly Finding[]>(form.findings);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string>();
  const [saved, setSaved] = useState(false);
  const [asking, setAsking] = useState(false);
  const [previewUrl, setPreviewUrl] = useState<string | null>(null);
  const onRefused = (failure: Failure): void => {
    setAsking(false);
    setProblems(failure.fields ?? {});
    setProblem(failure.fields ? t('problem') : sentence(failure));
  };
  const saving = useAct(actions.save, {
    onRefused,
    leaves: true,
    onDone: (result, input) => {
      setStored(input.code);
      setRevision(result.revision);
      setFindings(result.findings);
      setHasDraft(true);
      setSaved(true);
    },
  });
  const checking = useAct(actions.check, {
    onRefused,
    leaves: true,
    onDone: (result) => {
      setFindings(result.findings);
      setAsking(true);
    },
  });
  // The page is read again with a new revision, which starts the editor anew.
  const publishing = useAct(actions.publish, {
    onRefused,
    onDone: ({ number }) => toast.done(t('published', { number })),
  });
  const discarding = useAct(actions.discard, { onRefused, onDone: () => toast.done(t('discarded')) });
  const previewing = useAct(actions.preview, { onRefused, leaves: true, onDone: ({ url }) => setPreviewUrl(url) });
  const dirty = !sameCode(code, stored);

  return {
    code,
    edit: (changes) => {
      setCode({ ...code, ...changes });
      setProblems({});
      setProblem(undefined);
      setSaved(false);
      setPreviewUrl(null);
    },
    reset: () => {
      setCode(stored);
      setProblems({});
      setProblem(undefined);
    },
    save: () => saving.mutate({ revision, code: tidy(code) }),
    discard: () => discarding.mutate({ revision }),
    askPublish: () => checking.mutate({ code: tidy(code) }),
    publish: () => publishing.mutate({ revision, code: tidy(code) }),
    preview: () => previewing.mutate(null),
    asking,
    stopAsking: () => setAsking(false),
    findings,
    problems,
    problem,
    previewUrl,
    hasDraft,
    busy: checking.isPending || publishing.isPending || discarding.isPending || previewing.isPending,
    state: saving.isPending ? 'saving' : problem !== undefined ? 'failed' : dirty ? 'dirty' : saved ? 'saved' : 'clean',
  };
}

function sameCode(one: SiteCode, other: SiteCode): boolean {
  return (
    codeFields.every((field) => one[field] === other[field]) &&
    originKinds.every((kind) => one.origins[kind].join('\n') === other.origins[kind].join('\n'))
  );
}

/** An empty line in the list of origins names none. */
function tidy(code: SiteCode): SiteCode {
  const lines = (list: string[]): string[] => list.map((line) => line.trim()).filter(Boolean);
  const { script, style, img, connect, font, frame, media } = code.origins;
  return {
    ...code,
    origins: {
      script: lines(script),
      style: lines(style),
      img: lines(img),
      connect: lines(connect),
      font: lines(font),
      frame: lines(frame),
      media: lines(media),
    },
  };
}
