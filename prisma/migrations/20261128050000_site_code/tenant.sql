-- In public the table stands already, without a column; in a place it does not.
CREATE TABLE IF NOT EXISTS site_code_versions ();

ALTER TABLE site_code_versions
    ADD COLUMN "tenant_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
    ADD COLUMN "id" UUID NOT NULL,
    ADD COLUMN "number" INTEGER NOT NULL,
    ADD COLUMN "status" TEXT NOT NULL,
    ADD COLUMN "css" TEXT NOT NULL,
    ADD COLUMN "js" TEXT NOT NULL,
    ADD COLUMN "header_html" TEXT NOT NULL,
    ADD COLUMN "footer_html" TEXT NOT NULL,
    ADD COLUMN "origins" JSONB NOT NULL,
    ADD COLUMN "served_css" TEXT NOT NULL,
    ADD COLUMN "served_header_html" TEXT NOT NULL,
    ADD COLUMN "served_footer_html" TEXT NOT NULL,
    ADD COLUMN "css_sha256" TEXT NOT NULL,
    ADD COLUMN "js_sha256" TEXT NOT NULL,
    ADD COLUMN "created_by_name" TEXT NOT NULL,
    ADD COLUMN "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    ADD COLUMN "updated_at" TIMESTAMPTZ(3) NOT NULL,
    ADD COLUMN "published_at" TIMESTAMPTZ(3),
    ADD COLUMN "published_by_name" TEXT,
    ADD CONSTRAINT "site_code_versions_pkey" PRIMARY KEY ("tenant_id", "id"),
    ADD CONSTRAINT "site_code_versions_status_check" CHECK (status IN ('draft', 'published'));

CREATE UNIQUE INDEX "site_code_versions_tenant_id_number_key" ON site_code_versions ("tenant_id", "number");
CREATE INDEX "site_code_versions_tenant_id_status_number_idx" ON site_code_versions ("tenant_id", "status", "number");
CREATE INDEX "site_code_versions_tenant_id_css_sha256_idx" ON site_code_versions ("tenant_id", "css_sha256");
CREATE INDEX "site_code_versions_tenant_id_js_sha256_idx" ON site_code_versions ("tenant_id", "js_sha256");
CREATE UNIQUE INDEX site_code_versions_one_draft ON site_code_versions (tenant_id) WHERE status = 'draft';

ALTER TABLE site_code_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE site_code_versions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_rows ON site_code_versions FOR ALL TO portico_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON site_code_versions TO portico_app;
