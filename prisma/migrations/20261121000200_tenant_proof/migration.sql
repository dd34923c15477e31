-- A connection works for a tenant only after it has shown a proof that Portico alone can make (lib/platform/tenant-proof.ts).
CREATE TABLE app.proof_key (inner_pad bytea NOT NULL, outer_pad bytea NOT NULL);

-- Sets the tenant for the rest of the transaction. HMAC-SHA256 by RFC 2104, with the two padded keys ready to hash.
CREATE FUNCTION app.enter_tenant(tenant uuid, proof bytea) RETURNS void
LANGUAGE plpgsql VOLATILE STRICT SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF (SELECT sha256(outer_pad || sha256(inner_pad || uuid_send(tenant))) FROM app.proof_key) IS DISTINCT FROM proof THEN
    RAISE EXCEPTION 'no proof for this tenant' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('app.tenant_id', tenant::text, true);
END
$$;
REVOKE ALL ON FUNCTION app.enter_tenant(uuid, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.enter_tenant(uuid, bytea) TO portico_app;
