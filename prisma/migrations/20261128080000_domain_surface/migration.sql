-- What the ledger of certificates says of one host of the entered tenant, and of the tenant's budget. `free_at`: when a certificate for a new
-- host can be had again; null where it can be had now.
CREATE FUNCTION app.own_certificate(wanted text, weekly_budget integer)
RETURNS TABLE (granted_at timestamptz, asked_at timestamptz, used integer, free_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  WITH own AS (SELECT nullif(current_setting('app.tenant_id', true), '')::uuid AS id),
  week AS (
    SELECT g.granted_at, row_number() OVER (ORDER BY g.granted_at DESC) AS place
    FROM public.certificate_grants g, own WHERE g.target_tenant_id = own.id AND g.granted_at > now() - interval '7 days'
  )
  SELECT g.granted_at, g.asked_at,
    (SELECT count(*)::integer FROM week),
    (SELECT w.granted_at + interval '7 days' FROM week w WHERE w.place = weekly_budget)
  FROM own LEFT JOIN public.certificate_grants g ON g.target_tenant_id = own.id AND g.host = wanted
  WHERE own.id IS NOT NULL
$$;

-- Of several changes of a tenant's directory the next one sees what the one before made of it: all of its hosts are held, in one order.
CREATE OR REPLACE FUNCTION app.make_own_host_primary(wanted uuid) RETURNS TABLE (before text, after text, surface text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE own uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
DECLARE kind_of text; DECLARE name_of text; DECLARE old text;
BEGIN
  PERFORM 1 FROM public.hosts h WHERE h.tenant_id = own ORDER BY h.id FOR UPDATE;
  SELECT h.surface, h.host INTO kind_of, name_of FROM public.hosts h
  WHERE h.tenant_id = own AND h.id = wanted AND h.status = 'active';
  IF name_of IS NULL THEN RETURN; END IF;
  SELECT h.host INTO old FROM public.hosts h WHERE h.tenant_id = own AND h.surface = kind_of AND h.is_primary;
  UPDATE public.hosts h SET is_primary = false WHERE h.tenant_id = own AND h.surface = kind_of AND h.is_primary AND h.id <> wanted;
  UPDATE public.hosts h SET is_primary = true WHERE h.tenant_id = own AND h.id = wanted AND h.status = 'active';
  RETURN QUERY SELECT old, name_of, kind_of;
END
$$;

-- The same for a release, which makes another host primary.
CREATE OR REPLACE FUNCTION app.release_own_host(wanted text, quarantine_days integer) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE own uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
DECLARE was record;
BEGIN
  PERFORM 1 FROM public.hosts h WHERE h.tenant_id = own ORDER BY h.id FOR UPDATE;
  DELETE FROM public.hosts h WHERE h.tenant_id = own AND h.host = wanted AND h.kind = 'custom'
  RETURNING h.surface, h.is_primary INTO was;
  IF NOT FOUND THEN RETURN false; END IF;
  IF was.is_primary THEN
    UPDATE public.hosts h SET is_primary = true WHERE h.tenant_id = own AND h.id =
      (SELECT s.id FROM public.hosts s WHERE s.tenant_id = own AND s.surface = was.surface AND s.status = 'active'
       ORDER BY (s.kind = 'subdomain') DESC, s.created_at, s.id LIMIT 1);
  END IF;
  INSERT INTO public.domain_quarantine (host, former_tenant_id, until)
  VALUES (wanted, own, now() + make_interval(days => quarantine_days))
  ON CONFLICT (host) DO UPDATE SET former_tenant_id = excluded.former_tenant_id, until = excluded.until;
  RETURN true;
END
$$;

-- Lets a custom host of the tenant's portal serve its site from now on, in one step, and never back: a page of the site may be open for long,
-- with a script of the tenant's in it. The primary one of the portal stays: whoever follows it would find nothing there. Null where the
-- tenant has no such host.
CREATE FUNCTION app.move_own_host(wanted text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE own uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
DECLARE was record;
BEGIN
  PERFORM 1 FROM public.hosts h WHERE h.tenant_id = own ORDER BY h.id FOR UPDATE;
  SELECT h.id, h.surface, h.is_primary, h.status INTO was FROM public.hosts h
  WHERE h.tenant_id = own AND h.host = wanted AND h.kind = 'custom';
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF was.surface = 'site' THEN RETURN 'moved'; END IF;
  IF was.is_primary THEN RETURN 'primary'; END IF;
  UPDATE public.hosts h SET surface = 'site', is_primary = was.status = 'active' AND NOT EXISTS
    (SELECT FROM public.hosts p WHERE p.tenant_id = own AND p.surface = 'site' AND p.is_primary)
  WHERE h.tenant_id = own AND h.id = was.id;
  RETURN 'moved';
END
$$;

-- Evidence of the canary older than that, but never the newest runs. Nobody can delete a run otherwise.
CREATE FUNCTION app.sweep_canary_runs(days integer, kept integer) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  WITH gone AS (
    DELETE FROM public.canary_runs r WHERE r.finished_at < now() - make_interval(days => greatest(days, 30))
    AND r.id NOT IN (SELECT n.id FROM public.canary_runs n ORDER BY n.finished_at DESC, n.id DESC LIMIT greatest(kept, 10))
    RETURNING 1
  ) SELECT count(*)::integer FROM gone
$$;

-- Old changes of a domain's states are forgotten (lib/features/domains/sweep-checks.ts).
GRANT DELETE ON domain_checks TO portico_console;

REVOKE ALL ON FUNCTION app.own_certificate(text, integer), app.move_own_host(text), app.sweep_canary_runs(integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.own_certificate(text, integer), app.move_own_host(text) TO portico_app;
GRANT EXECUTE ON FUNCTION app.sweep_canary_runs(integer, integer) TO portico_console;
