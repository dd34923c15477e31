-- Domains that tenants bring along: what each wants, whose each is, and what was seen of it.
CREATE TABLE "domains" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "surface" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "attempt_id" UUID NOT NULL,
    "challenge" TEXT NOT NULL,
    "challenge_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ownership" TEXT NOT NULL DEFAULT 'waiting',
    "ownership_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "routing" TEXT NOT NULL DEFAULT 'waiting',
    "routing_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "certificate" TEXT NOT NULL DEFAULT 'none',
    "certificate_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "evidence" JSONB,
    "checked_at" TIMESTAMPTZ(3),
    "check_count" INTEGER NOT NULL DEFAULT 0,
    "next_check_at" TIMESTAMPTZ(3),
    "invalid_since" TIMESTAMPTZ(3),
    "warnings" INTEGER NOT NULL DEFAULT 0,
    "warned_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "domains_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "domain_checks" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "domain_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "domain_checks_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "domain_quarantine" (
    "host" TEXT NOT NULL,
    "former_tenant_id" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "domain_quarantine_pkey" PRIMARY KEY ("host")
);

-- CreateIndex
CREATE INDEX "domains_next_check_at_idx" ON "domains"("next_check_at");

-- CreateIndex
CREATE INDEX "domains_status_updated_at_idx" ON "domains"("status", "updated_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "domains_tenant_id_host_key" ON "domains"("tenant_id", "host");

-- CreateIndex
CREATE INDEX "domain_checks_tenant_id_domain_id_at_idx" ON "domain_checks"("tenant_id", "domain_id", "at" DESC);

-- AddForeignKey
ALTER TABLE "domain_checks" ADD CONSTRAINT "domain_checks_tenant_id_domain_id_fkey" FOREIGN KEY ("tenant_id", "domain_id") REFERENCES "domains"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE domains ADD CHECK (host = lower(host) AND host !~ '[:/\s]|\.$');
ALTER TABLE domains ADD CHECK (surface IN ('portal', 'site'));
ALTER TABLE domains ADD CHECK (status IN ('waiting', 'verified', 'active', 'trouble', 'off', 'expired'));
ALTER TABLE domains ADD CHECK (ownership IN ('waiting', 'verified', 'lost', 'expired', 'refused'));
ALTER TABLE domains ADD CHECK (routing IN ('waiting', 'direct', 'proxied', 'wrong'));
ALTER TABLE domains ADD CHECK (certificate IN ('none', 'waiting', 'valid', 'faulty'));
ALTER TABLE domain_checks ADD CHECK (subject IN ('ownership', 'routing', 'certificate'));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['domains', 'domain_checks']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY tenant_rows ON %I FOR ALL TO portico_app
      USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
      WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)$p$, t);
    EXECUTE format('CREATE POLICY console_rows ON %I FOR ALL TO portico_console USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON domains TO portico_app, portico_console;
GRANT SELECT ON domain_checks TO portico_app;
GRANT SELECT, INSERT ON domain_checks TO portico_console;
GRANT SELECT, INSERT, UPDATE, DELETE ON domain_quarantine TO portico_console;

-- The directory is not the tenant's to write. Two changes of it are, through the functions below, which run as the owner: it is bound by
-- this policy to the rows of the tenant that was entered.
CREATE POLICY own_changes ON hosts FOR ALL TO portico_owner
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

-- Whether the entered tenant may try for a name. Says nothing of who has it.
CREATE FUNCTION app.may_claim_domain(wanted text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT nullif(current_setting('app.tenant_id', true), '') IS NOT NULL
    AND NOT EXISTS (SELECT FROM public.hosts h WHERE h.host = wanted
                    AND h.tenant_id <> nullif(current_setting('app.tenant_id', true), '')::uuid)
    AND NOT EXISTS (SELECT FROM public.domain_quarantine q WHERE q.host = wanted AND q.until > now()
                    AND q.former_tenant_id <> nullif(current_setting('app.tenant_id', true), '')::uuid)
$$;

-- From now on the other hosts of its surface lead to this one, in one step. Null where there is no such host in service.
CREATE FUNCTION app.make_own_host_primary(wanted uuid) RETURNS TABLE (before text, after text, surface text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE own uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
DECLARE kind_of text; DECLARE name_of text; DECLARE old text;
BEGIN
  SELECT h.surface, h.host INTO kind_of, name_of FROM public.hosts h
  WHERE h.tenant_id = own AND h.id = wanted AND h.status = 'active';
  IF name_of IS NULL THEN RETURN; END IF;
  -- One change of a surface's hosts at a time.
  PERFORM 1 FROM public.hosts h WHERE h.tenant_id = own AND h.surface = kind_of ORDER BY h.id FOR UPDATE;
  SELECT h.host INTO old FROM public.hosts h WHERE h.tenant_id = own AND h.surface = kind_of AND h.is_primary;
  UPDATE public.hosts h SET is_primary = false WHERE h.tenant_id = own AND h.surface = kind_of AND h.is_primary AND h.id <> wanted;
  UPDATE public.hosts h SET is_primary = true WHERE h.tenant_id = own AND h.id = wanted AND h.status = 'active';
  RETURN QUERY SELECT old, name_of, kind_of;
END
$$;

-- Gives a custom host of the tenant up: its surface falls back to a host under our own domains, and for a while nobody else can claim the name.
CREATE FUNCTION app.release_own_host(wanted text, quarantine_days integer) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE own uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
DECLARE was record;
BEGIN
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
REVOKE ALL ON FUNCTION app.may_claim_domain(text), app.make_own_host_primary(uuid), app.release_own_host(text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.may_claim_domain(text), app.make_own_host_primary(uuid), app.release_own_host(text, integer) TO portico_app;
