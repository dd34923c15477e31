-- The language a super-admin chose, which mails need as well: no browser says it to the worker. NULL follows the platform.
ALTER TABLE super_admins ADD COLUMN language text CHECK (language IN ('en', 'de', 'fr', 'es', 'ja'));
