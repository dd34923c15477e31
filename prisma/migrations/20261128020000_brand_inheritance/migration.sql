-- What each tenant shows to the world, in the main database wherever the tenant's own rows are: a child may be anywhere, and so may its
-- parent. No tokens means that the tenant has chosen to look like its parent; no row, that it never published since this came.
CREATE TABLE "published_brands" (
    "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "tokens" JSONB,
    "assets" JSONB NOT NULL DEFAULT '[]',
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "published_brands_pkey" PRIMARY KEY ("tenant_id","id")
);
CREATE UNIQUE INDEX "published_brands_tenant_id_key" ON "published_brands"("tenant_id");

-- The platform's own brand, and what a tenant without one starts from.
CREATE TABLE "platform_brands" (
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "tokens" JSONB NOT NULL,
    "updated_by_name" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "platform_brands_pkey" PRIMARY KEY ("key"),
    CONSTRAINT "platform_brands_key_check" CHECK ("key" IN ('platform', 'tenant_default'))
);

CREATE INDEX "tenants_parent_id_idx" ON "tenants"("parent_id");

-- Tenants of a schema or database of their own have their rows there; those count from their next publication.
ALTER TABLE brand_versions NO FORCE ROW LEVEL SECURITY;
ALTER TABLE brand_assets NO FORCE ROW LEVEL SECURITY;
INSERT INTO published_brands (tenant_id, id, version, tokens, published_at, assets)
SELECT DISTINCT ON (v.tenant_id) v.tenant_id, v.id, v.number, v.tokens, coalesce(v.published_at, v.created_at),
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'sha256', a.sha256, 'mimeType', a.mime_type, 'width', a.width, 'height', a.height,
                                                'vectorSha256', to_jsonb(a) -> 'vector_sha256'))
            FROM brand_assets a
            WHERE a.tenant_id = v.tenant_id
              AND a.id::text IN (v.tokens ->> 'logoLightAssetId', v.tokens ->> 'logoDarkAssetId', v.tokens ->> 'faviconAssetId')), '[]')
FROM brand_versions v WHERE v.status = 'published' ORDER BY v.tenant_id, v.number DESC;
ALTER TABLE brand_versions FORCE ROW LEVEL SECURITY;
ALTER TABLE brand_assets FORCE ROW LEVEL SECURITY;

ALTER TABLE published_brands ENABLE ROW LEVEL SECURITY;
ALTER TABLE published_brands FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_rows ON published_brands FOR ALL TO portico_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
CREATE POLICY console_rows ON published_brands FOR ALL TO portico_console USING (true) WITH CHECK (true);
-- For app.live_brand alone: its owner, who can't sign in, reads what an ancestor shows to the world.
CREATE POLICY inherited_brand ON published_brands FOR SELECT TO portico_owner USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON published_brands TO portico_app;
GRANT SELECT ON published_brands TO portico_console;
GRANT SELECT, INSERT, UPDATE ON platform_brands TO portico_console;

-- All that a tenant's pages need to know of its brand, in one row: its own, that of the nearest ancestor who has one, and the defaults.
-- It takes no argument: whose ancestors are read is decided by the tenant that the connection works for. A suspended parent still
-- passes its brand on; one that is gone passes nothing. Eight generations bound the walk, also around a circle.
CREATE FUNCTION app.live_brand()
RETURNS TABLE (tenant_name text, decided boolean, own_version integer, own_tokens jsonb, own_assets jsonb,
               parent_id uuid, parent_name text, parent_version integer, parent_tokens jsonb, parent_assets jsonb,
               default_version integer, default_tokens jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  WITH RECURSIVE line AS (
    SELECT t.id, t.name, t.parent_id, 0 AS depth FROM public.tenants t
    WHERE t.id = nullif(current_setting('app.tenant_id', true), '')::uuid
    UNION ALL
    SELECT p.id, p.name, p.parent_id, l.depth + 1 FROM line l JOIN public.tenants p ON p.id = l.parent_id
    WHERE l.depth < 8 AND p.status IN ('active', 'suspended')
  )
  SELECT self.name, own.tenant_id IS NOT NULL, own.version, own.tokens, own.assets,
         up.id, up.name, up.version, up.tokens, up.assets, d.version, d.tokens
  FROM line self
  LEFT JOIN public.published_brands own ON own.tenant_id = self.id
  LEFT JOIN LATERAL (
    SELECT l.id, l.name, b.version, b.tokens, b.assets
    FROM line l JOIN public.published_brands b ON b.tenant_id = l.id
    WHERE l.depth > 0 AND l.id <> self.id AND b.tokens IS NOT NULL ORDER BY l.depth LIMIT 1) up ON true
  LEFT JOIN public.platform_brands d ON d.key = 'tenant_default'
  WHERE self.depth = 0
$$;
REVOKE ALL ON FUNCTION app.live_brand() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.live_brand() TO portico_app;

-- Tells every node that a tenant looks different, and with it whoever may look like it. A tenant can only speak for itself.
CREATE FUNCTION app.announce_brand(target uuid) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE told integer;
BEGIN
  IF session_user = 'portico_app' AND target IS DISTINCT FROM nullif(current_setting('app.tenant_id', true), '')::uuid THEN
    RAISE EXCEPTION 'a tenant can only announce its own brand' USING ERRCODE = 'insufficient_privilege';
  END IF;
  WITH RECURSIVE below AS (
    SELECT target AS id, 0 AS depth
    UNION ALL
    SELECT c.id, b.depth + 1 FROM below b JOIN public.tenants c ON c.parent_id = b.id WHERE b.depth < 8
  )
  SELECT count(pg_notify('portico_changes', json_build_object('kind', 'branding', 'tenantId', each.id)::text)) INTO told
  FROM (SELECT DISTINCT id FROM below) each;
  RETURN told;
END
$$;
REVOKE ALL ON FUNCTION app.announce_brand(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.announce_brand(uuid) TO portico_app, portico_console;
