import { describe, expect, it } from 'vitest';
import { scopeArgs } from './scoped-args';

const own = '0190a000-0000-7000-8000-000000000001';
const foreign = '0190a000-0000-7000-8000-000000000002';

describe('scopeArgs', () => {
  it('narrows every read to the tenant, whatever the caller put there', () => {
    expect(scopeArgs('Member', 'findMany', undefined, own)).toEqual({ where: { tenantId: own } });
    expect(scopeArgs('Member', 'count', { where: { tenantId: foreign, name: 'x' } }, own)).toEqual({
      where: { tenantId: own, name: 'x' },
    });
  });

  it('turns an id into the composite key and replaces a foreign tenant in one', () => {
    expect(scopeArgs('Member', 'delete', { where: { id: 'm' } }, own)).toEqual({
      where: { tenantId: own, tenantId_id: { tenantId: own, id: 'm' } },
    });
    expect(scopeArgs('Member', 'findUnique', { where: { tenantId_id: { tenantId: foreign, id: 'm' } } }, own)).toEqual({
      where: { tenantId: own, tenantId_id: { tenantId: own, id: 'm' } },
    });
  });

  it('writes rows for the tenant only', () => {
    expect(scopeArgs('Member', 'create', { data: { tenantId: foreign, name: 'x' } }, own)).toEqual({
      data: { tenantId: own, name: 'x' },
    });
    expect(scopeArgs('Member', 'createMany', { data: [{ tenantId: foreign }, {}] }, own)).toEqual({
      data: [{ tenantId: own }, { tenantId: own }],
    });
    expect(scopeArgs('Member', 'createManyAndReturn', { data: { name: 'x' } }, own)).toEqual({
      data: [{ name: 'x', tenantId: own }],
    });
    expect(
      scopeArgs(
        'Member',
        'upsert',
        { where: { id: 'm' }, create: { tenantId: foreign }, update: { tenantId: foreign, name: 'y' } },
        own,
      ),
    ).toEqual({
      where: { tenantId: own, tenantId_id: { tenantId: own, id: 'm' } },
      create: { tenantId: own },
      update: { name: 'y' },
    });
  });

  it('never moves a row to another tenant', () => {
    expect(
      scopeArgs('Member', 'update', { where: { id: 'm' }, data: { tenantId: foreign, name: 'x' } }, own),
    ).toMatchObject({ data: { name: 'x' } });
    expect(scopeArgs('Member', 'updateMany', { where: {}, data: { tenantId: foreign, name: 'x' } }, own)).toEqual({
      where: { tenantId: own },
      data: { name: 'x' },
    });
  });

  it('leaves the tenant to the column default where a row is tied by a relation', () => {
    expect(scopeArgs('MemberSession', 'create', { data: { tenantId: foreign, member: { connect: {} } } }, own)).toEqual(
      { data: { member: { connect: {} } } },
    );
  });

  it('lets a tenant read its own directory rows and rename itself, nothing else', () => {
    expect(scopeArgs('Tenant', 'findMany', { where: { slug: 'x' } }, own)).toEqual({
      where: { AND: [{ slug: 'x' }, { id: own }] },
    });
    expect(scopeArgs('Host', 'findFirst', undefined, own)).toEqual({ where: { AND: [{}, { tenantId: own }] } });
    expect(() => scopeArgs('Tenant', 'create', { data: {} }, own)).toThrow('not open to a tenant');
    expect(() => scopeArgs('Host', 'deleteMany', {}, own)).toThrow('not open to a tenant');
  });

  it('lets a tenant read reference tables and refuses to change them', () => {
    expect(scopeArgs('Plan', 'findMany', { take: 1 }, own)).toEqual({ take: 1 });
    expect(() => scopeArgs('Plan', 'update', {}, own)).toThrow('not open to a tenant');
  });

  it('refuses the platform’s own tables and tables it does not know', () => {
    expect(() => scopeArgs('SuperAdmin', 'findMany', {}, own)).toThrow('not open to a tenant');
    expect(() => scopeArgs('Unheard', 'findMany', {}, own)).toThrow('not open to a tenant');
  });

  it('keeps further conditions beside a key, and refuses a key that does not say which row', () => {
    expect(scopeArgs('Member', 'delete', { where: { id: 'm', status: 'active' } }, own)).toEqual({
      where: { tenantId: own, status: 'active', tenantId_id: { tenantId: own, id: 'm' } },
    });
    for (const where of [undefined, {}, { id: undefined }, { tenantId_id: { tenantId: own, id: undefined } }])
      expect(() => scopeArgs('Member', 'delete', { where }, own)).toThrow('which row');
  });

  it('narrows a cursor like every other key', () => {
    expect(scopeArgs('Member', 'findMany', { cursor: { tenantId_id: { tenantId: foreign, id: 'm' } } }, own)).toEqual({
      where: { tenantId: own },
      cursor: { tenantId: own, tenantId_id: { tenantId: own, id: 'm' } },
    });
  });
});
