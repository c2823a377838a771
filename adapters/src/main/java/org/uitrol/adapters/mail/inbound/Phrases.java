package org.uitrol.adapters.mail.inbound;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.uitrol.application.communication.inbound.Cause;

/**
 * What servers write when they refuse a mail. The first line that fits counts, so the plainer words
 * stand above the vaguer ones. No pattern repeats without a bound: each is fast on any text.
 */
final class Phrases {

  /** Longer texts than this are no diagnosis. */
  private static final int LONGEST = 6_000;

  private record Line(Cause cause, Pattern pattern) {}

  private static final List<Line> LINES =
      List.of(
          line(
              Cause.MAILBOX_FULL,
              "mail ?box (?:is |was |has been )?(?:full|too large)|(?:mail ?box|mail ?file|inbox|in"
                  + " ?tray) (?:storage|quota|size|disk|memory).{0,30}(?:exceed|full|over)|over"
                  + " ?(?:the )?(?:disk )?quota|quota (?:is )?(?:exceed|full|violat|reached|limit)|"
                  + "exceed(?:s|ed|ing)?.{0,40}(?:quota|storage|mailbox size|space)|disk"
                  + " (?:full|quota)|not enough (?:disk |storage |mail ?box )?space|out of"
                  + " (?:disk |storage )space|insufficient (?:disk |storage |system storage)|"
                  + "storage (?:limit|quota)|mailfolder is full|account is (?:full|over)|"
                  + "no space left|maildir over|too much mail data|user has too many messages|"
                  + "boite aux lettres pleine|postfach.{0,20}voll|postvak.{0,20}vol"),
          line(
              Cause.TOO_BIG,
              "(?:message|mail|size|attachment|content|file).{0,30}(?:too (?:big|large|long)|exceed"
                  + ".{0,40}(?:size|length|limit|maximum))|exceed.{0,30}(?:message|mail|maximum"
                  + " inbound|fixed maximum).{0,12}size|size (?:limit|restriction)|recipsizelimit|"
                  + "sendersizelimit|too big for"),
          line(
              Cause.REJECTED,
              "(?:sender|envelope|return)[- ]?(?:address|domain|path|host|user)"
                  + " .{0,60}(?:not exist|unresolvable|not resolv|could not be verified|rejected|"
                  + "verify failed|denied|unknown|invalid|blocked|not found|is not accepted)|"
                  + "domain of sender|sender (?:address|domain|verif|denied|rejected|is unknown|"
                  + "not allowed|unauthenticated)|badmailfrom|your (?:address|domain|e-?mail)"
                  + " .{0,30}(?:not allowed|is (?:black|block)|denied|rejected)|fix reverse dns for"
                  + " from|not a registered gateway user|only .{0,60}can send|"
                  + "not authorized to send (?:to|mail)|authentication required|restricted to"
                  + " (?:members|senders)|resolver\\.rst\\.(?:authrequired|notauthorized)"),
          line(
              Cause.NOT_AUTHENTICATED,
              "\\bspf\\b|\\bdkim\\b|\\bdmarc\\b|sender policy framework|sender id"
                  + " .{0,20}(?:fail|not)|unauthenticated e?-?mail|authentication checks? failed|"
                  + "must pass.{0,20}authenti"),
          line(
              Cause.NO_REVERSE_NAME,
              "\\bptr\\b|reverse[- ]?dns|reverse (?:host ?name|lookup|address)|rdns|no reverse|"
                  + "mismatch(?:es)? (?:client )?ip|client (?:host ?name|ip).{0,40}(?:not found|not"
                  + " resolve|mismatch)|cannot (?:find|resolve) your (?:host|address)|domain name"
                  + " of your (?:server|ip)"),
          line(
              Cause.MOVED,
              "(?:has|have|user|address|recipient|mailbox).{0,20} moved|no longer (?:on|at|with)"
                  + " (?:this |the |our )?(?:server|address|company|organi)|address has changed|"
                  + "has been (?:replaced|changed) (?:by|to)|has left (?:the|our)|"
                  + "moved permanently|resolver\\.rst\\.moved"),
          line(
              Cause.SUSPENDED,
              "(?:account|mail ?box|user|recipient|address|service)"
                  + " .{0,40}(?:disabled|suspend|locked|deactivated|inactive|discontinued|on hold|"
                  + "frozen|expired)|(?:disabled|suspended|inactive|deactivated|locked)"
                  + " (?:account|mail ?box|user|recipient)|not accepting (?:any )?(?:mail|messages)"
                  + " (?:for|from|at) this"),
          line(
              Cause.RELAYING_DENIED,
              "relay(?:ing)?.{0,30}(?:denied|not (?:permitted|allowed|local)|prohibited|"
                  + "disallowed|access)|(?:unable|not able|not (?:allowed|permitted)|won.?t|refus)"
                  + ".{0,20} relay|not an? open relay|insecure mail relay|relay(?:ing)? (?:mail|to)"
                  + " .{0,40}(?:not|refus)|this (?:system|server) is not .{0,20}configured to relay|"
                  + "isn'?t in my list of allowed|not in my list of allowed|no relaying"),
          line(
              Cause.UNKNOWN_USER,
              "resolver\\.adr\\.(?:recip|exrecip|bad|invalid)|recip(?:ient)?notfound|"
                  + "(?:unknown user|user unknown|no such user)\\b"),
          line(
              Cause.UNKNOWN_HOST,
              "domain.{0,60}(?:not exist|not found|not reachable|must exist|invalid|unknown)|"
                  + "account or domain may not exist|(?:unknown|no such|invalid|bad|unrouteable|"
                  + "unroutable|non-?existent) (?:mail )?(?:domain|host)|host (?:is )?(?:unknown|"
                  + "unreachable|not found)|(?:host|name) (?:or (?:domain|service)(?: name)?)? ?not"
                  + " (?:found|known)|no (?:valid )?mx (?:record|host)?|null ?mx|unrouteable"
                  + " (?:mail )?(?:address|domain)|unroutable|illegal host|nonexistent domain|dns"
                  + " .{0,30}(?:nxdomain|domain does not exist|non-?existent)|nxdomain|couldn'?t"
                  + " find any host"),
          line(
              Cause.UNKNOWN_USER,
              "(?:unknown|invalid|no such|non-?existent|illegal|unrecogni[sz]ed|bad|undeliverable)"
                  + " (?:or (?:illegal|unknown|invalid) )?(?:virtual |local |e-?mail |destination"
                  + " )?(?:users?|recipients?|mail ?box(?:es)?|address(?:es)?|accounts?|person|"
                  + "local[- ]?part|alias|name|customer)|(?:user|recipient|mail ?box|address|account|"
                  + "rcpt|alias|person).{0,80}(?:unknown|not (?:exist|found|known|valid|active|"
                  + "recogni[sz]ed|listed|present|available|a (?:valid|known))|"
                  + "(?:doesn'?t|does not|didn'?t|do not|don'?t) (?:exist|have|appear)|"
                  + "no longer (?:exist|valid|accept|active|available)|couldn'?t be found|could"
                  + " not be found|wasn'?t found|was not found|isn'?t (?:found|known|valid)|"
                  + "invalid|unavailable|nonexist)|no (?:such )?(?:mail ?box|user|account|"
                  + "recipient|address|person|one) .{0,20}(?:by that name|at this|with (?:this|that)"
                  + "|here|found|available|named)|no such (?:user|recipient|mailbox|address)|"
                  + "not (?:listed )?(?:in|a).{0,20}(?:directory|name and address book|address"
                  + " book|local address|valid user|valid mailbox|known user)|not our customer|"
                  + "recip(?:ient)?notfound|resolver\\.adr\\.(?:recip|exrecip|bad|invalid)|"
                  + "badrcptto|does not like recipient|there is no (?:one|user|such)|"
                  + "is not a (?:known|valid|current) (?:user|mail ?box|recipient|address)|"
                  + "archived recipient|(?:destination )?(?:server )?rejected recipients|"
                  + "(?:user|recipient) .{0,40}doesn.t .{0,10}have an? .{0,20}account|"
                  + "missing home directory|no valid recipients|onbekende (?:gebruiker|ontvanger)|"
                  + "unbekannter (?:benutzer|empf)|utilisateur inconnu|destinataire inconnu|"
                  + "adresse .{0,40}invalide"),
          line(
              Cause.VIRUS,
              "\\bvirus|malware|infected|\\btrojan|executable|dangerous (?:attachment|content)"),
          line(
              Cause.SPAM,
              "\\bspam|\\bube\\b|\\buce\\b|\\bjunk|unsolicited|bulk (?:e-?)?mail|spamassassin|"
                  + "message content rejected|high probability of spam|spammy"),
          line(
              Cause.LATER,
              "gr[ae]y ?-?list|try (?:again )?later|please (?:try again|retry)|temporarily"
                  + " (?:rejected|deferred|unavailable)"),
          line(
              Cause.TOO_MUCH,
              "too many (?:connections?|recipients|messages|sessions|errors|emails)|(?:rate|connection"
                  + "|recipient|sending|session)(?:s|[- ]rate)? .{0,20}(?:limit|exceed)|"
                  + "rate[- ]?limit|throttl|slow down|receiving (?:mail|messages|email) (?:at|too)|"
                  + "too (?:fast|quickly|frequent)|unusual rate|message rate"),
          line(
              Cause.REPUTATION,
              "reputation|unexpected volume|user complaints|sender score|senderscore"),
          line(
              Cause.POLICY,
              "polic(?:y|ies)|header error|not accepted for|administrative prohibition|"
                  + "prohibited|blocked file|against the rules|rfc ?(?:2822|5322|822).{0,20}(?:non|not|"
                  + "violat)|message refused|not rfc"),
          line(
              Cause.BLOCKED,
              "access denied|block(?:ed|ing)?[ -]?(?:list|using|by|at|for|due|from|lookup)|"
                  + "black ?list|dnsbl|\\brbl\\b|spamhaus|spamcop|sorbs|barracuda.?central|"
                  + "proofpoint|client host.{0,60}rejected|helo.{0,40}(?:rejected|invalid|required)|"
                  + "bad helo|banned|use the smtp server|connection (?:refused by|rejected|dropped)|"
                  + "dynamic(?:ally)?.{0,20}(?:ip|address)|your (?:ip|host|server|network)"
                  + " .{0,60}(?:denied|rejected|not allowed|block|listed)|no access from mail server|"
                  + "not accepted here|not allowed to connect"),
          line(
              Cause.FILTERED,
              "user (?:rejects?|refuse)|message (?:filtered|rejected due to user)|recipient"
                  + " .{0,30}(?:refuse|preferences|only accept)|refused? .{0,20}recipient|"
                  + "account is protected|blocked by the recipient"),
          line(
              Cause.NETWORK,
              "rout(?:e|ing) loop|hop count|mail loop|too many (?:hops|received)|loops back|"
                  + "dns (?:error|lookup fail|server|query)|name ?server|host name lookup|name"
                  + " lookup|no route to host|network (?:is unreachable|error)|connection (?:was"
                  + " )?(?:reset|lost|closed)|lost connection|unable to connect to dns|"
                  + "cannot resolve|connection broken"),
          line(
              Cause.EXPIRED,
              "expired|time[sd]? ?-?out|retry time(?:out)?|could ?n.t (?:establish|connect)|"
                  + "(?:not|unable to) (?:be )?(?:deliver|connect).{0,40}(?:days|hours|minutes|"
                  + "successfully)|did not (?:accept our requests to connect|respond)|"
                  + "delivery (?:time|has been delayed)|has been delayed|delayed (?:for )?more|"
                  + "undeliverable for|in the queue|too old|too long|giving up on|connection"
                  + " refused|no answer|not be delivered (?:within|for more|for \\d)|"
                  + "delivery attempts|still being retried|queued? (?:for )?too|unreachable for"),
          line(
              Cause.SYSTEM_FULL,
              "system (?:storage|congest|resources)|mail system full|congestion"),
          line(
              Cause.SYSTEM,
              "system error|internal (?:server |system |software )?error|configuration|"
                  + "misconfigur|local (?:error|problem)|insufficient permission|does not support|"
                  + "can'?t (?:create|open|write)|cannot (?:create|open|write)|temporary (?:failure|"
                  + "problem|error|lookup)|server (?:error|busy)|service (?:not|un)available|"
                  + "resources|i/?o error|unable to (?:process|queue)|timed? out waiting|"
                  + "not accepting (?:network )?messages|transaction failed|starttls|\\btls\\b"),
          line(
              Cause.CONTENT,
              "8-?bit|mime|malformed|bare (?:lf|cr)|line(?:s)? too long|invalid (?:header|"
                  + "character|message)|message format|content (?:rejected|error|not)|"
                  + "(?:attachment|file).{0,30}(?:not (?:allowed|permitted)|rejected|blocked)"),
          line(
              Cause.SYNTAX,
              "syntax|sequence of commands|bad sequence|command (?:not|un)|need (?:mail|rcpt)|"
                  + "unrecogni[sz]ed command|out of sequence"),
          line(
              Cause.MAILER,
              "command (?:output|died|failed)|procmail|maildrop|pipe to|x-unix|mailer"));

  private Phrases() {}

  /** The cause that the words of a diagnosis name. */
  static Optional<Cause> cause(String diagnosis) {
    String text = plain(diagnosis);
    return LINES.stream()
        .filter(line -> line.pattern.matcher(text).find())
        .map(Line::cause)
        .findFirst();
  }

  /** Lower case, one blank between words, curly apostrophes straightened, not too long. */
  static String plain(String text) {
    String some = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    StringBuilder plain = new StringBuilder(some.length());
    boolean blank = true;
    for (int i = 0; i < some.length(); i++) {
      char c = some.charAt(i);
      boolean space = Character.isWhitespace(c) || Character.isISOControl(c) || c == '\u00a0';
      if (!space) {
        plain.append(c == '\u2019' ? '\'' : c);
      } else if (!blank) {
        plain.append(' ');
      }
      blank = space;
    }
    return plain.toString().strip().toLowerCase(Locale.ROOT);
  }

  private static Line line(Cause cause, String pattern) {
    return new Line(cause, Pattern.compile(pattern));
  }
}
