/** Every function of ours: who may call it, and whose rights it uses. The catalog test refuses any other. */
export interface FunctionFacts {
  owner: 'portico_owner' | 'portico_worker';
  callers: readonly ('portico_app' | 'portico_console' | 'portico_worker')[];
}

export const functions: Record<string, FunctionFacts> = {
  resolve_host: { owner: 'portico_owner', callers: ['portico_app', 'portico_console'] },
  enter_tenant: { owner: 'portico_owner', callers: ['portico_app'] },
  isolation_evidence: { owner: 'portico_owner', callers: ['portico_app'] },
  grant_certificate: { owner: 'portico_owner', callers: ['portico_app'] },
  list_certificate_hosts: { owner: 'portico_owner', callers: ['portico_console'] },
  /** The five below act for the entered tenant alone: what it may try for and has asked for, and the changes of the directory that are its own. */
  own_certificate: { owner: 'portico_owner', callers: ['portico_app'] },
  move_own_host: { owner: 'portico_owner', callers: ['portico_app'] },
  may_claim_domain: { owner: 'portico_owner', callers: ['portico_app'] },
  make_own_host_primary: { owner: 'portico_owner', callers: ['portico_app'] },
  release_own_host: { owner: 'portico_owner', callers: ['portico_app'] },
  take_attempt: { owner: 'portico_owner', callers: ['portico_app', 'portico_console'] },
  clear_attempts: { owner: 'portico_owner', callers: ['portico_app', 'portico_console'] },
  sweep_attempts: { owner: 'portico_owner', callers: ['portico_console'] },
  sweep_canary_runs: { owner: 'portico_owner', callers: ['portico_console'] },
  ensure_partitions: { owner: 'portico_owner', callers: ['portico_console'] },
  discard_unfinished_key: { owner: 'portico_owner', callers: ['portico_console'] },
  live_brand: { owner: 'portico_owner', callers: ['portico_app'] },
  announce_brand: { owner: 'portico_owner', callers: ['portico_app', 'portico_console'] },
  enqueue_job: { owner: 'portico_worker', callers: ['portico_app', 'portico_console'] },
  list_jobs: { owner: 'portico_worker', callers: ['portico_console'] },
  retry_job: { owner: 'portico_worker', callers: ['portico_console'] },
};
