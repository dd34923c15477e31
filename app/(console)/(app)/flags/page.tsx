import type { Metadata } from 'next';
import { FlagsView } from '@/components/flags/flags-view';
import { PageMessages } from '@/components/i18n/messages';
import { consoleCan } from '@/lib/core/access/context';
import { listFlags } from '@/lib/core/flags/list-flags';
import { openConsolePage } from '@/lib/http/page';
import { translator } from '@/lib/messages/translator';
import { changeFlagAction, createFlagAction, removeOverrideAction, setOverrideAction } from './actions';
import { openLanguage } from '@/lib/http/language';

export async function generateMetadata(): Promise<Metadata> {
  await openLanguage();
  return { title: translator('flags')('title') };
}

export default async function FlagsPage() {
  const ctx = await openConsolePage('flags.view');
  return (
    <PageMessages namespaces={['flags']}>
      <FlagsView
        initial={await listFlags(ctx)}
        canManage={consoleCan(ctx, 'flags.manage')}
        actions={{
          create: createFlagAction,
          change: changeFlagAction,
          setOverride: setOverrideAction,
          removeOverride: removeOverrideAction,
        }}
      />
    </PageMessages>
  );
}
