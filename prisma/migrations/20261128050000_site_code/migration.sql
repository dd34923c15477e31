-- What a tenant adds to its own site: CSS, JavaScript and HTML. Its columns, keys and own policy are in tenant.sql, which runs next and
-- knows nothing of the console, because places have none.
CREATE TABLE "site_code_versions" ();

CREATE POLICY console_rows ON site_code_versions FOR ALL TO portico_console USING (true) WITH CHECK (true);
GRANT SELECT ON site_code_versions TO portico_console;
