import { AttributesForm } from '@/components/tenants/attributes-form';
import { ParentForm } from '@/components/tenants/parent-form';
import { PlanForm } from '@/components/tenants/plan-form';
import { RenameForm } from '@/components/tenants/rename-form';
import { Callout } from '@/components/ui/callout';
import { Section } from '@/components/ui/section';
import { consoleCan } from '@/lib/core/access/context';
import { listPlanChoices } from '@/lib/features/tenants/list-plans';
import { parentSlugOf } from '@/lib/features/tenants/set-parent';
import { translator } from '@/lib/messages/translator';
import { openTenant, type TenantPageProps } from '../open-tenant';
import { changePlanAction, renameTenantAction, setAttributesAction, setParentAction } from './actions';

const t = translator('tenant');

export default async function TenantSettingsPage({ params }: TenantPageProps) {
  const { ctx, tenant } = await openTenant((await params).slug);
  const [plans, parentSlug] = await Promise.all([listPlanChoices(ctx), parentSlugOf(ctx, tenant.id)]);
  const mayManage = consoleCan(ctx, 'tenants.manage');
  const { id, name, planKey, attributes } = tenant;
  return (
    <div className="grid gap-10">
      {!mayManage && <Callout tone="info">{t('settings.readOnly')}</Callout>}
      <Section title={t('settings.name')} description={t('settings.nameText')} layout="split">
        <RenameForm id={id} name={name} mayManage={mayManage} rename={renameTenantAction} />
      </Section>
      <Section title={t('settings.plan')} description={t('settings.planText')} layout="split">
        <PlanForm tenant={{ id, name, planKey }} plans={plans} mayManage={mayManage} change={changePlanAction} />
      </Section>
      <Section title={t('settings.parent')} description={t('settings.parentText')} layout="split">
        <ParentForm id={id} parentSlug={parentSlug ?? ''} mayManage={mayManage} save={setParentAction} />
      </Section>
      <Section title={t('settings.attributes')} description={t('settings.attributesText')} layout="split">
        <AttributesForm id={id} attributes={attributes} mayManage={mayManage} save={setAttributesAction} />
      </Section>
    </div>
  );
}
