#!/usr/bin/env bash
# Prepares a Payara Server domain for Rialto and deploys the EAR. The domain must be running. May be run again: settings
# are replaced and the EAR is redeployed.
#
#   docker/deploy.asadmin.sh ear/app/target/rialto.ear
#
# ASADMIN             the asadmin program                   asadmin
# ADMIN_PORT          the domain's administration port      4848
# ADMIN_PASSWORD_FILE asadmin's password file               none: the domain has no password
# RIALTO_…            Rialto's settings as in README.md; the database is named by RIALTO_DB_URL, RIALTO_DB_USER and
#                     RIALTO_DB_PASSWORD, its owner by RIALTO_DB_OWNER_USER and RIALTO_DB_OWNER_PASSWORD
set -euo pipefail

ear=${1:?name the EAR}
: "${RIALTO_DB_URL:?is not set}" "${RIALTO_DB_PASSWORD:?is not set}" "${RIALTO_DB_OWNER_PASSWORD:?is not set}"
: "${RIALTO_DB_USER:=rialto_app}" "${RIALTO_DB_OWNER_USER:=rialto_owner}"
[ -r "$ear" ] || { echo "$ear cannot be read" >&2; exit 1; }

admin=("${ASADMIN:-asadmin}" --terse --interactive=false --port "${ADMIN_PORT:-4848}")
if [ -n "${ADMIN_PASSWORD_FILE:-}" ]; then
    admin+=(--user admin --passwordfile "$ADMIN_PASSWORD_FILE")
fi

asadmin() { "${admin[@]}" "$@"; }

# asadmin separates properties by colons
escaped() { local text=${1//\\/\\\\}; text=${text//:/\\:}; printf '%s' "${text//=/\\=}"; }

# Keeps a secret under a name in the domain's own store, so that no configuration file shows it.
secret() {
    local file
    file=$(mktemp)
    printf 'AS_ADMIN_ALIASPASSWORD=%s\n' "$2" > "$file"
    asadmin delete-password-alias "$1" > /dev/null 2>&1 || true
    "${admin[@]}" --passwordfile "$file" create-password-alias "$1" > /dev/null
    rm -f "$file"
}

system_property() { asadmin create-system-properties "$1=$(escaped "$2")" > /dev/null; }

echo 'settings'
secret rialto-database "$RIALTO_DB_PASSWORD"
secret rialto-owner "$RIALTO_DB_OWNER_PASSWORD"
system_property rialto.db.owner.url "$RIALTO_DB_URL"
system_property rialto.db.owner.user "$RIALTO_DB_OWNER_USER"
# shellcheck disable=SC2016 # the server resolves it
asadmin create-system-properties 'rialto.db.owner.password=${ALIAS\=rialto-owner}' > /dev/null
while IFS='=' read -r name value; do
    case $name in
        RIALTO_DB_*) ;;
        RIALTO_*) name=${name,,}; system_property "${name//_/.}" "$value" ;;
    esac
done < <(env)

echo 'server'
http=configs.config.server-config.network-config.protocols.protocol.http-listener-1.http
asadmin set \
    $http.server-header=false \
    $http.xpowered-by=false \
    $http.trace-enabled=false \
    $http.max-connections=-1 \
    configs.config.server-config.thread-pools.thread-pool.http-thread-pool.max-thread-pool-size=40 \
    > /dev/null
asadmin disable-phone-home > /dev/null
asadmin set-openapi-configuration --enabled=false > /dev/null

echo 'database'
asadmin delete-jdbc-resource jdbc/rialto > /dev/null 2>&1 || true
asadmin delete-jdbc-connection-pool rialto > /dev/null 2>&1 || true
asadmin create-jdbc-connection-pool \
    --datasourceclassname=org.postgresql.ds.PGSimpleDataSource --restype=javax.sql.DataSource \
    --steadypoolsize=2 --maxpoolsize="${RIALTO_DB_POOL:-64}" \
    --isconnectvalidatereq=true --validationmethod=custom-validation --validateatmostonceperiod=30 \
    --validationclassname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation \
    --property "url=$(escaped "$RIALTO_DB_URL"):user=$RIALTO_DB_USER:password=\${ALIAS\=rialto-database}:reWriteBatchedInserts=true" \
    rialto > /dev/null
asadmin create-jdbc-resource --connectionpoolid=rialto jdbc/rialto > /dev/null

echo 'application'
asadmin deploy --force --name rialto "$ear" > /dev/null
echo 'done'
