-- Tenants whose own rows live apart (lib/tenancy/placements): which place has which version. The console reads it, the owner keeps it.
CREATE TABLE "placements" (
    "target_tenant_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "failure" TEXT,
    "attempted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "placements_pkey" PRIMARY KEY ("target_tenant_id")
);

ALTER TABLE placements ADD CHECK (kind IN ('schema', 'database'));
GRANT SELECT ON placements TO portico_console;
