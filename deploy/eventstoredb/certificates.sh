#!/bin/sh
# An authority of our own and a certificate for each node, made once: none is in an image.
set -eu
cd /certs
[ -f ca/ca.crt ] || es-gencert-cli create-ca -out ca
for node in eventstoredb node1 node2 node3; do
  [ -f "$node/node.crt" ] || es-gencert-cli create-node \
    -ca-certificate ca/ca.crt -ca-key ca/ca.key -out "$node" \
    -dns-names "$node,localhost" -ip-addresses 127.0.0.1 -common-name eventstoredb-node
done
# By another name than a node's: with it nobody joins the cluster of the log.
[ -f replicas/node.crt ] || es-gencert-cli create-node \
  -ca-certificate ca/ca.crt -ca-key ca/ca.key -out replicas \
  -dns-names replica1,replica2,replica3 -ip-addresses 127.0.0.1 -common-name tavolo-replica
mkdir -p /replica-certs && cp replicas/node.crt replicas/node.key /replica-certs/
chown -R 0:0 /replica-certs && chmod 700 /replica-certs && chmod 400 /replica-certs/*
# The server runs as a user of its own. Who has this volume has the keys.
chown -R 1000:1000 /certs
chmod -R u=rwX,g=,o= /certs
# The authority's certificate is for everybody who connects; its key is not.
mkdir -p /authority && cp ca/ca.crt /authority/ca.crt && chmod 644 /authority/ca.crt
