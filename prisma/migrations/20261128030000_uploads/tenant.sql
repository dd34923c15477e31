-- The drawing that a logo's pixels were drawn from, where it was uploaded as SVG. size_bytes then counts both files.
ALTER TABLE "brand_assets" ADD COLUMN "vector_sha256" TEXT;
