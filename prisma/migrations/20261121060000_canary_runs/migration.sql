-- What each run of the isolation canary found (lib/features/canary). Written once, never changed: no role may.
CREATE TABLE "canary_runs" (
    "id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3) NOT NULL,
    "started_by" TEXT NOT NULL,
    "tables" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "leaks" INTEGER NOT NULL,
    "drift" INTEGER NOT NULL,
    "details" JSONB NOT NULL,
    "evidence" JSONB NOT NULL,
    "signature" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,

    CONSTRAINT "canary_runs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "canary_runs_finished_at_id_idx" ON "canary_runs"("finished_at" DESC, "id");

GRANT SELECT, INSERT ON canary_runs TO portico_console;

-- What a tenant may have of it: the newest signed evidence, which names no tenant. The findings themselves stay with the console.
CREATE FUNCTION app.isolation_evidence() RETURNS TABLE (evidence jsonb, signature text, key_id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
  SELECT r.evidence, r.signature, r.key_id FROM public.canary_runs r ORDER BY r.finished_at DESC, r.id DESC LIMIT 1
$$;
REVOKE ALL ON FUNCTION app.isolation_evidence() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.isolation_evidence() TO portico_app;
