import { TenantFlags } from '@/components/flags/tenant-flags';
import { PageMessages } from '@/components/i18n/messages';
import { Section } from '@/components/ui/section';
import { consoleCan } from '@/lib/core/access/context';
import { listFeatures } from '@/lib/core/flags/list-features';
import { listFlags } from '@/lib/core/flags/list-flags';
import { translator } from '@/lib/messages/translator';
import { changeFlagAction, createFlagAction, removeOverrideAction, setOverrideAction } from '../../../flags/actions';
import { openTenant, type TenantPageProps } from '../open-tenant';

const t = translator('tenant');

export default async function TenantFeaturesPage({ params }: TenantPageProps) {
  const { ctx, tenant } = await openTenant((await params).slug);
  // The tenant's list as its own admins see it; read by the platform, so no member's role narrows it.
  const reader = { actor: { type: 'system', name: ctx.actor.name }, request: ctx.request } as const;
  const { id, slug, name, planName, placement } = tenant;
  const [{ features }, { flags }] = await Promise.all([
    listFeatures({ tenantId: id, placement, slug, tenantName: name, planId: '', ...reader }),
    listFlags(ctx),
  ]);
  const actions = {
    create: createFlagAction,
    change: changeFlagAction,
    setOverride: setOverrideAction,
    removeOverride: removeOverrideAction,
  };
  return (
    <Section title={t('features.title')} description={t('features.text')}>
      <PageMessages namespaces={['flags']}>
        <TenantFlags
          tenant={{ id, slug, name, planName }}
          features={features}
          flags={flags}
          actions={consoleCan(ctx, 'flags.manage') ? actions : null}
        />
      </PageMessages>
    </Section>
  );
}
