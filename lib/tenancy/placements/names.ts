/** Names of a tenant's own place follow from its id, so that nothing has to be looked up on the way to it. */

/** @returns such as `t_0199c3a0…`, for a tenant id that was checked to be a UUID (entryOf) */
export function placeSchema(tenantId: string): string {
  return `t_${tenantId.replaceAll('-', '').toLowerCase()}`;
}

/** The database holds the same schema; two installations on one server never share a tenant's id. */
export function placeDatabase(tenantId: string): string {
  return `portico_${placeSchema(tenantId)}`;
}
