-- The wall between tenants. lib/tenancy/tables.ts says the same in code, and the catalog test compares the two.

CREATE SCHEMA app;
GRANT USAGE ON SCHEMA app TO portico_app, portico_console, portico_worker;
GRANT USAGE ON SCHEMA public TO portico_app, portico_console;

-- Closed vocabularies as text with a CHECK: a native enum's operators are not leakproof and break RETURNING on Citus.
ALTER TABLE tenants ADD CHECK (status IN ('provisioning', 'active', 'suspended', 'archived', 'erased'));
ALTER TABLE tenants ADD CHECK (placement IN ('shared', 'schema', 'database'));
ALTER TABLE tenants ADD CHECK (slug ~ '^[a-z0-9](-?[a-z0-9])*$' AND length(slug) BETWEEN 3 AND 40);
ALTER TABLE tenants ADD FOREIGN KEY (parent_id) REFERENCES tenants (id) ON UPDATE NO ACTION ON DELETE RESTRICT;
ALTER TABLE hosts ADD CHECK (surface IN ('portal', 'site'));
ALTER TABLE hosts ADD CHECK (kind IN ('subdomain', 'custom'));
ALTER TABLE hosts ADD CHECK (status IN ('reserved', 'active', 'disabled'));
ALTER TABLE hosts ADD CHECK (host = lower(host) AND host !~ '[:/\s]|\.$');
CREATE UNIQUE INDEX hosts_one_primary ON hosts (tenant_id, surface) WHERE is_primary;
-- The console's list: names in their order without regard to case, and people counted without reading their rows.
CREATE INDEX tenants_by_name ON tenants (lower(name), id);
CREATE INDEX members_active ON members (tenant_id) WHERE status = 'active';
ALTER TABLE members ADD CHECK (role IN ('owner', 'admin', 'manager', 'user', 'viewer'));
ALTER TABLE members ADD CHECK (status IN ('active', 'revoked'));
ALTER TABLE members ADD CHECK (email = lower(email));
ALTER TABLE invitations ADD CHECK (role IN ('owner', 'admin', 'manager', 'user', 'viewer'));
ALTER TABLE invitations ADD CHECK (email = lower(email));
CREATE UNIQUE INDEX invitations_one_open ON invitations (tenant_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL;
ALTER TABLE super_admins ADD CHECK (role IN ('support', 'operator', 'owner'));
ALTER TABLE super_admins ADD CHECK (status IN ('active', 'revoked'));
ALTER TABLE super_admins ADD CHECK (email = lower(email));
ALTER TABLE audit_events ADD CHECK (actor_type IN ('member', 'super_admin', 'system', 'visitor'));
ALTER TABLE flags ADD CHECK (type IN ('boolean', 'number', 'string'));
ALTER TABLE flags ADD CHECK (kind IN ('feature', 'quota'));
ALTER TABLE flag_overrides ADD CHECK (set_by IN ('console', 'tenant'));
ALTER TABLE brand_versions ADD CHECK (status IN ('draft', 'published'));
CREATE UNIQUE INDEX brand_versions_one_draft ON brand_versions (tenant_id) WHERE status = 'draft';
ALTER TABLE pages ADD CHECK (status IN ('draft', 'published'));
ALTER TABLE tenant_settings ADD CHECK (fiscal_year_start_month BETWEEN 1 AND 12);
ALTER TABLE tenant_settings ADD CHECK (date_format IN ('iso', 'dmy', 'mdy', 'long'));
ALTER TABLE provisioning_runs ADD CHECK (status IN ('queued', 'running', 'completed', 'rolling_back', 'rolled_back'));
ALTER TABLE provisioning_steps ADD CHECK (status IN ('pending', 'running', 'done', 'failed', 'compensated'));

-- Row-level security: the tenant's own rows for the app role, every row for the console role, nothing for anyone else.
-- After a local setting ends it reads '', not NULL: hence nullif.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY[
    'tenant_settings', 'tenant_keys', 'members', 'member_passwords', 'member_sessions', 'member_password_resets', 'invitations',
    'audit_events', 'flag_overrides', 'brand_versions', 'brand_assets', 'pages',
    'usage_events', 'usage_hourly', 'usage_daily', 'member_days', 'tenant_days', 'resource_daily', 'hosts']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY tenant_rows ON %I FOR ALL TO portico_app
      USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
      WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)$p$, t);
    EXECUTE format('CREATE POLICY console_rows ON %I FOR ALL TO portico_console USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_rows ON tenants FOR ALL TO portico_app
  USING (id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
CREATE POLICY console_rows ON tenants FOR ALL TO portico_console USING (true) WITH CHECK (true);

-- The owner is bound by FORCE too; these two let its host look-up function read the directory.
CREATE POLICY directory_lookup ON tenants FOR SELECT TO portico_owner USING (true);
CREATE POLICY directory_lookup ON hosts FOR SELECT TO portico_owner USING (true);

-- What each role may do. TRUNCATE, REFERENCES and TRIGGER are granted to nobody; partitions carry no grant at all.
GRANT SELECT, INSERT, UPDATE, DELETE ON
  tenant_settings, members, member_passwords, member_sessions, member_password_resets, invitations,
  flag_overrides, brand_versions, brand_assets, pages TO portico_app;
GRANT SELECT, INSERT ON tenant_keys, audit_events, usage_events TO portico_app;
GRANT SELECT ON usage_hourly, usage_daily, member_days, tenant_days, resource_daily TO portico_app;
GRANT SELECT ON tenants, hosts, flags, plans, plan_values TO portico_app;
GRANT UPDATE (name, updated_at) ON tenants TO portico_app;

GRANT SELECT, INSERT, UPDATE, DELETE ON
  tenants, hosts, flag_overrides, flags, plans, plan_values, provisioning_runs, provisioning_steps, job_watermarks,
  super_admins, super_admin_sessions, super_admin_password_resets,
  usage_hourly, usage_daily, member_days, tenant_days, resource_daily TO portico_console;
GRANT SELECT, INSERT ON audit_events, platform_audit_events TO portico_console;
GRANT SELECT ON members, invitations, tenant_settings, brand_versions, brand_assets, pages, usage_events TO portico_console;
GRANT SELECT, UPDATE (revoked_at) ON member_sessions TO portico_console;

-- Host -> tenant. A function, so that the app role can look one host up and never list them.
CREATE FUNCTION app.resolve_host(wanted text)
RETURNS TABLE (tenant_id uuid, slug text, name text, status text, placement text, plan_id uuid,
               host_id uuid, surface text, kind text, host_status text, is_primary boolean, primary_host text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT t.id, t.slug, t.name, t.status, t.placement, t.plan_id, h.id, h.surface, h.kind, h.status, h.is_primary,
         (SELECT p.host FROM public.hosts p WHERE p.tenant_id = h.tenant_id AND p.surface = h.surface AND p.is_primary)
  FROM public.hosts h JOIN public.tenants t ON t.id = h.tenant_id
  WHERE h.host = wanted AND h.status = 'active' AND t.status IN ('active', 'suspended')
$$;
REVOKE ALL ON FUNCTION app.resolve_host(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.resolve_host(text) TO portico_app, portico_console;

-- Counts one attempt and says whether it is within the limit. The caller hashes the key, so the table names nobody.
CREATE FUNCTION app.take_attempt(attempt_key text, max_attempts integer, window_seconds integer)
RETURNS TABLE (allowed boolean, retry_after_seconds integer)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  WITH taken AS (
    INSERT INTO public.throttles AS t (key, attempts, reset_at)
    VALUES (attempt_key, 1, now() + make_interval(secs => window_seconds))
    ON CONFLICT (key) DO UPDATE SET
      attempts = CASE WHEN t.reset_at <= now() THEN 1 ELSE t.attempts + 1 END,
      reset_at = CASE WHEN t.reset_at <= now() THEN excluded.reset_at ELSE t.reset_at END
    RETURNING attempts, reset_at
  )
  SELECT attempts <= max_attempts, greatest(1, ceil(extract(epoch FROM reset_at - now())))::integer FROM taken
$$;
CREATE FUNCTION app.clear_attempts(attempt_key text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$ DELETE FROM public.throttles WHERE key = attempt_key $$;
CREATE FUNCTION app.sweep_attempts() RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$ WITH gone AS (DELETE FROM public.throttles WHERE reset_at < now() RETURNING 1) SELECT count(*)::integer FROM gone $$;
REVOKE ALL ON FUNCTION app.take_attempt(text, integer, integer), app.clear_attempts(text), app.sweep_attempts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.take_attempt(text, integer, integer), app.clear_attempts(text) TO portico_app, portico_console;
GRANT EXECUTE ON FUNCTION app.sweep_attempts() TO portico_console;

-- Puts a job on the queue inside the caller's transaction. A tenant can only queue work for itself.
CREATE FUNCTION app.enqueue_job(task text, payload json, run_at timestamptz DEFAULT NULL, job_key text DEFAULT NULL, max_attempts integer DEFAULT 25)
RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, graphile_worker, pg_temp
AS $$
DECLARE job_id bigint;
BEGIN
  IF session_user = 'portico_app'
     AND (payload ->> 'tenantId') IS DISTINCT FROM nullif(current_setting('app.tenant_id', true), '') THEN
    RAISE EXCEPTION 'a tenant can only queue its own jobs' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT j.id INTO job_id FROM graphile_worker.add_job(
    task, payload, run_at => enqueue_job.run_at, max_attempts => enqueue_job.max_attempts, job_key => enqueue_job.job_key) j;
  RETURN job_id;
END
$$;
REVOKE ALL ON FUNCTION app.enqueue_job(text, json, timestamptz, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.enqueue_job(text, json, timestamptz, text, integer) TO portico_app, portico_console;

-- The queue as the console may see it: what waits, runs and failed, for whom. Payloads stay behind: mails carry links that sign in.
CREATE FUNCTION app.list_jobs()
RETURNS TABLE (id bigint, task text, state text, tenant_id text, attempts integer, max_attempts integer,
               run_at timestamptz, created_at timestamptz, locked_at timestamptz, last_error text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, graphile_worker, pg_temp
AS $$
BEGIN
  RETURN QUERY
  SELECT j.id, t.identifier,
         CASE WHEN j.locked_at IS NOT NULL THEN 'running'
              WHEN j.attempts >= j.max_attempts THEN 'failed'
              WHEN j.attempts > 0 THEN 'retrying'
              WHEN j.run_at > now() THEN 'scheduled'
              ELSE 'waiting' END,
         j.payload ->> 'tenantId', j.attempts::integer, j.max_attempts::integer, j.run_at, j.created_at, j.locked_at, j.last_error
  FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id;
END
$$;
-- Gives a job that nobody is working on its attempts back and runs it now. False where there is no such job.
CREATE FUNCTION app.retry_job(job_id bigint) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, graphile_worker, pg_temp
AS $$
BEGIN
  PERFORM graphile_worker.reschedule_jobs(ARRAY[job_id], run_at => now(), attempts => 0);
  RETURN FOUND;
END
$$;
REVOKE ALL ON FUNCTION app.list_jobs(), app.retry_job(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.list_jobs(), app.retry_job(bigint) TO portico_console;

GRANT CREATE ON SCHEMA app TO portico_worker;
ALTER FUNCTION app.enqueue_job(text, json, timestamptz, text, integer) OWNER TO portico_worker;
ALTER FUNCTION app.list_jobs() OWNER TO portico_worker;
ALTER FUNCTION app.retry_job(bigint) OWNER TO portico_worker;
REVOKE CREATE ON SCHEMA app FROM portico_worker;

-- Keys are never deleted by a role. The one exception is a tenant that never came into being: provisioning that is undone takes its
-- key along. The policy is the owner's alone, who can't sign in; the function is the only way to it.
CREATE POLICY discard_unfinished ON tenant_keys FOR ALL TO portico_owner USING (true);
CREATE FUNCTION app.discard_unfinished_key(target uuid) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  WITH gone AS (
    DELETE FROM public.tenant_keys
    WHERE tenant_id = target AND NOT EXISTS (SELECT FROM public.tenants t WHERE t.id = target AND t.status <> 'provisioning')
    RETURNING 1)
  SELECT count(*)::integer FROM gone
$$;
REVOKE ALL ON FUNCTION app.discard_unfinished_key(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.discard_unfinished_key(uuid) TO portico_console;

-- Monthly partitions of the append-only tables, from half a year back to three months ahead. The default partition means that
-- no write is ever lost to a missing month.
CREATE TABLE audit_events_default PARTITION OF audit_events DEFAULT;
CREATE TABLE usage_events_default PARTITION OF usage_events DEFAULT;
-- Counting a member's day must not read the tenant's whole day.
CREATE INDEX usage_events_by_member ON usage_events (tenant_id, member_id, at) WHERE member_id IS NOT NULL;
CREATE FUNCTION app.ensure_partitions() RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE parent text; start_at date; created integer := 0; part text;
BEGIN
  FOREACH parent IN ARRAY ARRAY['audit_events', 'usage_events'] LOOP
    FOR i IN -6..3 LOOP
      start_at := (date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => i))::date;
      part := parent || to_char(start_at, '_YYYY_MM');
      IF to_regclass('public.' || part) IS NULL THEN
        EXECUTE format('CREATE TABLE public.%I PARTITION OF public.%I FOR VALUES FROM (%L) TO (%L)',
          part, parent, start_at::text || ' 00:00:00+00', ((start_at + interval '1 month')::date)::text || ' 00:00:00+00');
        created := created + 1;
      END IF;
    END LOOP;
  END LOOP;
  RETURN created;
END
$$;
REVOKE ALL ON FUNCTION app.ensure_partitions() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.ensure_partitions() TO portico_console;
SELECT app.ensure_partitions();
