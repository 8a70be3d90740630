package feedforward.http;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets no foreign page pass for ours by DNS rebinding: its owner lets the page's own name point at this machine, and the browser
 * takes what the server answers for the page's. Such a request still tells that name in {@code Host}, so a request must name the
 * loopback interface, or what the server was told to listen at; where other machines are let in, any IP address, which no DNS answer
 * can forge, or this machine's name will do too. A request without the header comes from no browser.
 */
final class OwnName {
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");
    private static final Pattern PORT = Pattern.compile(":\\d*$");

    private final Set<String> names = new LinkedHashSet<>(LOOPBACK);
    private final boolean addresses;

    /** @param host what the server listens at, an address or a name */
    OwnName(String host) throws UnknownHostException {
        names.add(host.toLowerCase(Locale.ROOT));
        addresses = !InetAddress.getByName(host).isLoopbackAddress();
        if (addresses) {
            names.add(machine());
        }
    }

    /** @throws HttpResponseException 421 if the request is meant for another name */
    void require(Context context) {
        String host = context.header("Host");
        if (host != null && !isOurs(PORT.matcher(host).replaceFirst("").toLowerCase(Locale.ROOT))) {
            throw new HttpResponseException(
                    421,
                    "Host: expected " + String.join(" or ", names) + (addresses ? " or an IP address" : "")
                            + " but was \"" + host + "\"; if that is this server's name, start it with --host");
        }
    }

    private boolean isOurs(String name) {
        return names.contains(name) || addresses && ADDRESS.matcher(name).matches();
    }

    /** What other machines on the same network may call this one; without a name in DNS or the hosts file, nothing new. */
    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
