-- Pages in a tree, with unpublished changes beside what is live, moments to appear and to go, and words for search engines.
ALTER TABLE pages
  ADD COLUMN parent_id UUID,
  ADD COLUMN draft JSONB,
  ADD COLUMN changed_at TIMESTAMPTZ(3),
  ADD COLUMN publish_at TIMESTAMPTZ(3),
  ADD COLUMN unpublish_at TIMESTAMPTZ(3),
  ADD COLUMN feature_key TEXT,
  ADD COLUMN seo_title TEXT NOT NULL DEFAULT '',
  ADD COLUMN seo_description TEXT NOT NULL DEFAULT '',
  ADD COLUMN no_index BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN social_asset_id UUID,
  ADD CONSTRAINT pages_parent_check CHECK (parent_id <> id),
  ADD CONSTRAINT pages_tenant_id_parent_id_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES pages (tenant_id, id)
    ON DELETE RESTRICT ON UPDATE NO ACTION,
  ADD CONSTRAINT pages_tenant_id_social_asset_id_fkey FOREIGN KEY (tenant_id, social_asset_id)
    REFERENCES brand_assets (tenant_id, id) ON DELETE RESTRICT ON UPDATE NO ACTION;
CREATE INDEX pages_tenant_id_parent_id_idx ON pages (tenant_id, parent_id);
CREATE INDEX pages_tenant_id_social_asset_id_idx ON pages (tenant_id, social_asset_id);

-- In public they stand already, without a column.
CREATE TABLE IF NOT EXISTS page_versions ();
CREATE TABLE IF NOT EXISTS site_settings ();
CREATE TABLE IF NOT EXISTS site_announcements ();

ALTER TABLE page_versions
  ADD COLUMN tenant_id UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
  ADD COLUMN id UUID NOT NULL,
  ADD COLUMN page_id UUID NOT NULL,
  ADD COLUMN number INTEGER NOT NULL,
  ADD COLUMN content JSONB NOT NULL,
  ADD COLUMN published_by_name TEXT NOT NULL,
  ADD COLUMN published_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD CONSTRAINT page_versions_pkey PRIMARY KEY (tenant_id, id),
  ADD CONSTRAINT page_versions_tenant_id_page_id_fkey FOREIGN KEY (tenant_id, page_id) REFERENCES pages (tenant_id, id)
    ON DELETE CASCADE ON UPDATE NO ACTION;
CREATE UNIQUE INDEX page_versions_tenant_id_page_id_number_key ON page_versions (tenant_id, page_id, number);

ALTER TABLE site_settings
  ADD COLUMN tenant_id UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
  ADD COLUMN id UUID NOT NULL,
  ADD COLUMN language TEXT NOT NULL DEFAULT 'en',
  ADD COLUMN site_name TEXT NOT NULL DEFAULT '',
  ADD COLUMN tagline TEXT NOT NULL DEFAULT '',
  ADD COLUMN footer_text TEXT NOT NULL DEFAULT '',
  ADD COLUMN indexed BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN front_page_id UUID,
  ADD COLUMN not_found_title TEXT NOT NULL DEFAULT '',
  ADD COLUMN not_found_text TEXT NOT NULL DEFAULT '',
  ADD COLUMN not_found_page_id UUID,
  ADD COLUMN navigation JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN password_hash TEXT,
  ADD COLUMN password_version UUID,
  ADD COLUMN updated_by_name TEXT NOT NULL,
  ADD COLUMN updated_at TIMESTAMPTZ(3) NOT NULL,
  ADD CONSTRAINT site_settings_pkey PRIMARY KEY (tenant_id, id),
  ADD CONSTRAINT site_settings_password_check CHECK ((password_hash IS NULL) = (password_version IS NULL));
CREATE UNIQUE INDEX site_settings_tenant_id_key ON site_settings (tenant_id);

ALTER TABLE site_announcements
  ADD COLUMN tenant_id UUID NOT NULL DEFAULT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid,
  ADD COLUMN id UUID NOT NULL,
  ADD COLUMN text TEXT NOT NULL,
  ADD COLUMN tone TEXT NOT NULL,
  ADD COLUMN link_url TEXT NOT NULL DEFAULT '',
  ADD COLUMN link_label TEXT NOT NULL DEFAULT '',
  ADD COLUMN starts_at TIMESTAMPTZ(3),
  ADD COLUMN ends_at TIMESTAMPTZ(3),
  ADD COLUMN updated_by_name TEXT NOT NULL,
  ADD COLUMN created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN updated_at TIMESTAMPTZ(3) NOT NULL,
  ADD CONSTRAINT site_announcements_pkey PRIMARY KEY (tenant_id, id),
  ADD CONSTRAINT site_announcements_tone_check CHECK (tone IN ('info', 'positive', 'warning')),
  ADD CONSTRAINT site_announcements_time_check CHECK (ends_at > starts_at);

ALTER TABLE page_versions ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE site_settings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE site_announcements ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_rows ON page_versions FOR ALL TO portico_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
CREATE POLICY tenant_rows ON site_settings FOR ALL TO portico_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
CREATE POLICY tenant_rows ON site_announcements FOR ALL TO portico_app
  USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON page_versions, site_settings, site_announcements TO portico_app;
