-- Pictures of the platform's own brand. They are no tenant's, so they lie beside the tenants and only the console's role knows of them.
CREATE TABLE "platform_assets" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "mime_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "vector_sha256" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "platform_assets_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "platform_assets_kind_check" CHECK ("kind" IN ('logo_light', 'logo_dark', 'favicon')),
    CONSTRAINT "platform_assets_sha256_check" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
    CONSTRAINT "platform_assets_vector_sha256_check" CHECK ("vector_sha256" ~ '^[0-9a-f]{64}$'),
    CONSTRAINT "platform_assets_mime_type_check" CHECK ("mime_type" = 'image/png')
);
CREATE INDEX "platform_assets_sha256_idx" ON "platform_assets"("sha256");
GRANT SELECT, INSERT ON platform_assets TO portico_console;
