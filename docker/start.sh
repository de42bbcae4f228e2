#!/usr/bin/env bash
# Starts the domain, deploys, and stays until the container is told to stop.
set -euo pipefail

asadmin=${PAYARA_DIR:-/opt/payara/appserver}/bin/asadmin
domain=${DOMAIN_NAME:-production}
passwords=${PASSWORD_FILE:-/opt/payara/passwordFile}

stop() { "$asadmin" stop-domain "$domain"; }
trap stop TERM INT

"$asadmin" --user admin --passwordfile "$passwords" start-domain "$domain"
ASADMIN=$asadmin ADMIN_PASSWORD_FILE=$passwords /opt/rialto/deploy.asadmin.sh /opt/rialto/rialto.ear
tail --follow=name --retry "${PAYARA_DIR:-/opt/payara/appserver}/glassfish/domains/$domain/logs/server.log" &
wait $!
