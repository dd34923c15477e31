-- Where an announcement is shown: above the site's pages, on the portal's dashboard, or both. Those that stand already were for the site.
ALTER TABLE site_announcements
  ADD COLUMN place TEXT NOT NULL DEFAULT 'site',
  ADD CONSTRAINT site_announcements_place_check CHECK (place IN ('site', 'portal', 'both'));
