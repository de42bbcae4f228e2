#!/usr/bin/env bash
# Run by PostgreSQL's image once, when its volume is empty.
set -euo pipefail
psql --set ON_ERROR_STOP=1 --username postgres \
    --set owner_password="$RIALTO_DB_OWNER_PASSWORD" \
    --set app_password="$RIALTO_DB_PASSWORD" \
    --set front_password="$RIALTO_DB_FRONT_PASSWORD" \
    --file /opt/rialto/roles.sql
