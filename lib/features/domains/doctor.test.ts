import { describe, expect, it } from 'vitest';
import { compareRecords, diagnose } from './doctor';
import type { Evidence, SeenAnswers } from './evidence';
import { challengeName, challengeValue } from './expected-records';
import { routingOf, verdictOf } from './sight';

const host = 'portal.example.com';
const challenge = 'a'.repeat(32);
const value = challengeValue(challenge);
const target = 'edge.portico.test';
const address = '198.51.100.7';

/** One list of values a resolver: null is a name that does not exist, a word a failure. */
function say(...answers: (readonly string[] | null | 'timeout' | 'failed')[]): SeenAnswers {
  return answers.map((answer, at) => ({
    server: `192.0.2.${at + 1}`,
    answer:
      answer === null
        ? { kind: 'no_name', ms: 5 }
        : typeof answer === 'string'
          ? { kind: answer, ms: 2_500 }
          : { kind: 'records', values: [...answer], ms: 5 },
  }));
}

const nothing = say(null, null, null);
const everywhere = (...values: string[]): SeenAnswers => say(values, values, values);

function evidence(changes: Partial<Evidence>): Evidence {
  return {
    txt: everywhere(value),
    txtDoubled: nothing,
    txtBare: nothing,
    cname: everywhere(target),
    a: everywhere(address),
    aaaa: nothing,
    caa: nothing,
    target,
    addresses: [address],
    proof: null,
    certificate: null,
    ...changes,
  };
}

function keys(changes: Partial<Evidence>, isApex = false): string[] {
  return diagnose({ host, challenge, isApex, caaIssuer: 'letsencrypt.org', evidence: evidence(changes) }).map(
    ({ key }) => key,
  );
}

describe('the doctor', () => {
  it('finds nothing wrong where nothing is', () => {
    expect(keys({})).toEqual(['txt_right', 'routing_right']);
  });

  it.each<[string, Partial<Evidence>, string]>([
    ['no TXT record', { txt: nothing }, 'txt_missing'],
    ['another value', { txt: everywhere('portico-challenge=0') }, 'txt_wrong'],
    ['several, none right', { txt: everywhere('one', 'two') }, 'txt_several_wrong'],
    ['an older one beside it', { txt: everywhere(value, 'portico-challenge=0') }, 'txt_leftover'],
    ['a name with the domain twice', { txt: nothing, txtDoubled: everywhere(value) }, 'txt_doubled'],
    ['TXT at the bare domain', { txt: nothing, txtBare: everywhere('v=spf1 -all', value) }, 'txt_bare'],
    ['TXT on its way', { txt: say([value], null, null) }, 'txt_spreading'],
    ['a resolver that is dead', { txt: say([value], [value], 'timeout') }, 'resolver_timeout'],
    ['too few resolvers', { txt: say('timeout', 'failed', null) }, 'txt_unknown'],
    ['no CNAME', { cname: nothing, a: nothing }, 'cname_missing'],
    ['another CNAME', { cname: everywhere('elsewhere.example'), a: everywhere('203.0.113.9') }, 'cname_wrong'],
    ['an address instead', { cname: nothing, a: everywhere('203.0.113.9') }, 'address_instead'],
    ['an old A', { cname: nothing, a: everywhere(address, '203.0.113.9') }, 'old_a'],
    ['an old AAAA', { cname: nothing, aaaa: everywhere('2001:db8::9') }, 'old_aaaa'],
    ['a proxy that works', { cname: nothing, a: everywhere('203.0.113.9'), proof: 'ours' }, 'routing_proxied'],
    ['something else', { cname: nothing, a: everywhere('203.0.113.9'), proof: 'foreign' }, 'proxy_foreign'],
    ['a private address', { cname: nothing, a: everywhere('10.0.0.1'), proof: 'refused' }, 'address_private'],
    ['an example', { cname: nothing, a: everywhere('203.0.113.9'), proof: 'refused' }, 'address_documentation'],
    ['a special one', { cname: nothing, a: everywhere('240.0.0.1'), proof: 'refused' }, 'address_reserved'],
    ['a forbidding CAA', { caa: everywhere('issue digicert.com; x=1') }, 'caa_forbids'],
    ['a CAA that forbids all', { caa: everywhere('issue ;') }, 'caa_forbids'],
  ])('names %s', (_case, changes, key) => expect(keys(changes)).toContain(key));

  it('leaves a CAA alone that allows the issuer, or speaks of wildcards only', () => {
    expect(
      keys({ caa: everywhere('issue digicert.com', 'issue letsencrypt.org; validationmethods=http-01') }),
    ).not.toContain('caa_forbids');
    expect(keys({ caa: everywhere('issuewild digicert.com') })).not.toContain('caa_forbids');
  });

  it('speaks of addresses at the top of a domain', () => {
    expect(keys({ cname: nothing, a: nothing }, true)).toContain('apex_missing');
    expect(keys({}, true)).toContain('cname_at_apex');
    const records = compareRecords({ host, challenge, isApex: true, evidence: evidence({}) });
    expect(records.map(({ record }) => record.type)).toEqual(['TXT', 'A']);
  });

  it('says exactly where a record with the domain twice should be', () => {
    const [found] = diagnose({
      host,
      challenge,
      isApex: false,
      caaIssuer: 'letsencrypt.org',
      evidence: evidence({ txt: nothing, txtDoubled: everywhere(value) }),
    });
    expect(found?.values).toMatchObject({ name: challengeName(host), wrong: challengeName(`${host}.${host}`) });
  });
});

describe('the majority', () => {
  const right = (values: readonly string[]): boolean => values.includes('yes');

  it.each<[string, SeenAnswers, string]>([
    ['one of one', say(['yes']), 'right'],
    ['one of two', say(['yes'], null), 'unknown'],
    ['two of three', say(['yes'], ['yes'], ['no']), 'right'],
    ['one liar of three', say(['yes'], null, null), 'wrong'],
    ['one that speaks of two', say(['yes'], 'timeout'), 'right'],
    ['one that speaks of three', say(['yes'], 'timeout', 'failed'), 'unknown'],
    ['none', say('timeout', 'timeout'), 'unknown'],
    ['nobody asked', [], 'unknown'],
  ])('%s', (_case, answers, verdict) => expect(verdictOf(answers, right)).toBe(verdict));

  it('takes silence about addresses for nothing', () => {
    const seen = evidence({ cname: nothing, a: say('timeout', 'timeout', null) });
    expect(routingOf(seen)).toBe('unknown');
  });
});
