-- What a site is made of besides its brand. The columns are in tenant.sql, which runs next, and once in every place.
CREATE TABLE page_versions ();
CREATE TABLE site_settings ();
CREATE TABLE site_announcements ();

CREATE POLICY console_rows ON page_versions FOR ALL TO portico_console USING (true) WITH CHECK (true);
CREATE POLICY console_rows ON site_settings FOR ALL TO portico_console USING (true) WITH CHECK (true);
CREATE POLICY console_rows ON site_announcements FOR ALL TO portico_console USING (true) WITH CHECK (true);
