package companion.practice.ecs;

import companion.practice.fabric.ContainerImage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The two web servers that the practice cloud can run, with what tells them apart. */
sealed interface WebServer {

    /** The Server header of every answer. */
    String header();

    String errorPage(int status, String reason);

    /** The lines that the container prints when it starts. */
    List<String> startLines(Instant at);

    /** The version comes from the image, whose environment names it. */
    static WebServer nginx(ContainerImage image) {
        return new Nginx(image.environment().getOrDefault("NGINX_VERSION", "1.29.3"));
    }

    static WebServer httpd(ContainerImage image) {
        return new Httpd(image.environment().getOrDefault("HTTPD_VERSION", "2.4.65"));
    }

    record Nginx(String version) implements WebServer {
        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss").withZone(ZoneOffset.UTC);

        @Override
        public String header() {
            return "nginx/" + version;
        }

        @Override
        public String errorPage(int status, String reason) {
            var title = status + " " + reason;
            return "<html>\r\n<head><title>" + title + "</title></head>\r\n<body>\r\n<center><h1>" + title
                    + "</h1></center>\r\n<hr><center>" + header() + "</center>\r\n</body>\r\n</html>\r\n";
        }

        @Override
        public List<String> startLines(Instant at) {
            var notice = TIME.format(at) + " [notice] 1#1: ";
            return List.of(
                    "/docker-entrypoint.sh: /docker-entrypoint.d/ is not empty, will attempt to perform configuration",
                    "/docker-entrypoint.sh: Configuration complete; ready for start up",
                    notice + "using the \"epoll\" event method",
                    notice + header(),
                    notice + "start worker processes");
        }
    }

    record Httpd(String version) implements WebServer {
        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss.SSSSSS yyyy", Locale.ROOT).withZone(ZoneOffset.UTC);

        @Override
        public String header() {
            return "Apache/" + version + " (Unix)";
        }

        @Override
        public String errorPage(int status, String reason) {
            return "<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\">\n<html><head>\n<title>" + status + " " + reason
                    + "</title>\n</head><body>\n<h1>" + reason + "</h1>\n</body></html>\n";
        }

        @Override
        public List<String> startLines(Instant at) {
            return List.of(
                    "[" + TIME.format(at) + "] [mpm_event:notice] [pid 1:tid 1] AH00489: " + header()
                            + " configured -- resuming normal operations",
                    "[" + TIME.format(at) + "] [core:notice] [pid 1:tid 1] AH00094: Command line: 'httpd -D"
                            + " FOREGROUND'");
        }
    }
}
