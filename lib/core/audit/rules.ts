import { tenantAuditActions, type TenantAuditAction } from './actions';

/** Every event a tenant's log can hold, for the filter. */
export const auditActionNames = tenantAuditActions;

/** Key of an action's words in the `audit` catalogue, under `action`. */
export function actionKey(action: string): string {
  return action.replaceAll('.', '_');
}

/** Actions whose words contain the text: people search for "invited", not for `member.invited`. */
export function actionsNamed(text: string, labelOf: (key: string) => string): TenantAuditAction[] {
  const wanted = text.toLocaleLowerCase();
  return tenantAuditActions.filter((action) => labelOf(actionKey(action)).toLocaleLowerCase().includes(wanted));
}

/**
 * The moment at which a calendar day begins in a zone: where the clock skips midnight, the first moment that exists.
 * @param day YYYY-MM-DD
 * @param addDays 1 gives the end of the day
 */
export function startOfDay(day: string, timeZone: string, addDays = 0): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`) + addDays * 86_400_000;
  // The offset at a guess leads to a better guess; a second step settles it across a change of the clocks.
  let moment = wanted - offsetMs(wanted, timeZone);
  moment = wanted - offsetMs(moment, timeZone);
  return new Date(moment);
}

function offsetMs(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((entry) => entry.type === type)?.value);
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) -
    Math.floor(at / 1000) * 1000
  );
}
