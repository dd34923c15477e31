-- Certificates on demand: for which hosts the TLS terminator may get one, and for how many a tenant did of late.
CREATE TABLE "certificate_grants" (
    "host" TEXT NOT NULL,
    "target_tenant_id" UUID NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "asked" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "certificate_grants_pkey" PRIMARY KEY ("host")
);

-- CreateIndex
CREATE INDEX "certificate_grants_target_tenant_id_granted_at_idx" ON "certificate_grants"("target_tenant_id", "granted_at");

GRANT SELECT ON certificate_grants TO portico_console;

-- Only an active host of an active tenant gets a certificate, and a tenant only so many new ones a week: an issuer counts all of an
-- installation's together. A host that was granted before is granted again, for renewals; one that changed hands counts as new.
CREATE FUNCTION app.grant_certificate(wanted text, weekly_budget integer) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE owner uuid;
BEGIN
  SELECT t.id INTO owner FROM public.hosts h JOIN public.tenants t ON t.id = h.tenant_id
  WHERE h.host = wanted AND h.status = 'active' AND t.status = 'active';
  IF owner IS NULL THEN RETURN 'unknown'; END IF;
  -- Two at once must not both be the last one within the budget.
  PERFORM pg_advisory_xact_lock(hashtext('portico certificates'), hashtext(owner::text));
  UPDATE public.certificate_grants SET asked_at = now(), asked = asked + 1 WHERE host = wanted AND target_tenant_id = owner;
  IF FOUND THEN RETURN 'granted'; END IF;
  IF (SELECT count(*) FROM public.certificate_grants
      WHERE target_tenant_id = owner AND granted_at > now() - interval '7 days') >= weekly_budget THEN
    RETURN 'over_budget';
  END IF;
  INSERT INTO public.certificate_grants (host, target_tenant_id) VALUES (wanted, owner)
  ON CONFLICT (host) DO UPDATE SET target_tenant_id = owner, granted_at = now(), asked_at = now(), asked = 1;
  RETURN 'granted';
END
$$;
REVOKE ALL ON FUNCTION app.grant_certificate(text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.grant_certificate(text, integer) TO portico_app;
