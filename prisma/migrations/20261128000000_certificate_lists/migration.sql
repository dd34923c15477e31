-- For TLS terminators that don't ask but are told: every host that may have a certificate now. New ones are granted under the same
-- budgets and into the same ledger as those that are asked for one by one; where nothing is new, nothing is written.
CREATE FUNCTION app.list_certificate_hosts(weekly_budget integer) RETURNS SETOF text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE owner uuid;
BEGIN
  FOR owner IN
    SELECT DISTINCT t.id FROM public.hosts h JOIN public.tenants t ON t.id = h.tenant_id
    LEFT JOIN public.certificate_grants g ON g.host = h.host AND g.target_tenant_id = t.id
    WHERE h.status = 'active' AND t.status = 'active' AND g.host IS NULL ORDER BY t.id
  LOOP
    -- The lock of app.grant_certificate: of two at once, both must not be the last within the budget.
    PERFORM pg_advisory_xact_lock(hashtext('portico certificates'), hashtext(owner::text));
    INSERT INTO public.certificate_grants (host, target_tenant_id)
    SELECT h.host, owner FROM public.hosts h
    LEFT JOIN public.certificate_grants g ON g.host = h.host AND g.target_tenant_id = owner
    WHERE h.tenant_id = owner AND h.status = 'active' AND g.host IS NULL
    ORDER BY h.created_at, h.host
    LIMIT greatest(0, weekly_budget - (SELECT count(*)::integer FROM public.certificate_grants
                                       WHERE target_tenant_id = owner AND granted_at > now() - interval '7 days'))
    ON CONFLICT (host) DO UPDATE SET target_tenant_id = owner, granted_at = now(), asked_at = now(), asked = 1;
  END LOOP;

  RETURN QUERY
    SELECT h.host FROM public.hosts h JOIN public.tenants t ON t.id = h.tenant_id
    JOIN public.certificate_grants g ON g.host = h.host AND g.target_tenant_id = t.id
    WHERE h.status = 'active' AND t.status = 'active' ORDER BY h.host;
END
$$;
REVOKE ALL ON FUNCTION app.list_certificate_hosts(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.list_certificate_hosts(integer) TO portico_console;
