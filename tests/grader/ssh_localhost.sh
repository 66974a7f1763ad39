#!/bin/sh
# Runs a command while a machine called `localhost` can be logged in to without
# a password: an ssh server of our own, with a key and a port for this time.
#
#   ssh_localhost.sh FOLDER COMMAND...
#
# FOLDER is a new one for keys and logs; the command finds how to log in there
# in $SSH. Exit status: the command's, or 77 when no server can run here.
folder=$1
shift
sshd=$(command -v sshd || echo /usr/sbin/sshd)
[ -x "$sshd" ] && command -v ssh >/dev/null && mkdir -m 700 "$folder" || exit 77
port=$((20000 + $$ % 20000))

ssh-keygen -q -t ed25519 -N '' -f "$folder/host" &&
    ssh-keygen -q -t ed25519 -N '' -f "$folder/key" || exit 77
cp "$folder/key.pub" "$folder/authorized"
cat >"$folder/config" <<END
Port $port
ListenAddress 127.0.0.1
HostKey $folder/host
AuthorizedKeysFile $folder/authorized
PidFile $folder/pid
UsePAM no
StrictModes no
PermitRootLogin prohibit-password
PasswordAuthentication no
PermitUserEnvironment no
END
cat >"$folder/ssh" <<END
#!/bin/sh
exec ssh -q -p $port -i $folder/key -o IdentitiesOnly=yes -o BatchMode=yes \\
    -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null "\$@"
END
chmod 700 "$folder/ssh"
[ "$(id -u)" != 0 ] || [ -d /run/sshd ] || mkdir /run/sshd || exit 77
"$sshd" -D -f "$folder/config" -E "$folder/log" &
server=$!
trap 'kill $server 2>/dev/null; rm -rf "$folder"' EXIT
trap 'exit 2' HUP INT TERM
for i in 1 2 3 4 5 6 7 8 9 10; do
    "$folder/ssh" localhost true 2>/dev/null && break
    sleep 0.2
done
"$folder/ssh" localhost true 2>/dev/null || exit 77
SSH=$folder/ssh "$@"
