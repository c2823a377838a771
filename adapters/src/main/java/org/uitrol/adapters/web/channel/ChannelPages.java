package org.uitrol.adapters.web.channel;

import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.uitrol.adapters.channel.ChannelSettings;
import org.uitrol.adapters.security.ConsoleUser;
import org.uitrol.adapters.web.shared.Done;
import org.uitrol.adapters.web.shared.NotFound;
import org.uitrol.adapters.web.shared.Orders;
import org.uitrol.adapters.web.shared.Words;
import org.uitrol.application.channel.ChannelAdmin;
import org.uitrol.application.channel.port.Channels;
import org.uitrol.application.channel.port.Deliveries;
import org.uitrol.application.shared.IdSource;
import org.uitrol.application.shared.Streams;
import org.uitrol.domain.channel.Channel;
import org.uitrol.domain.channel.ChannelCommand.ChangeChannel;
import org.uitrol.domain.channel.ChannelCommand.PauseChannel;
import org.uitrol.domain.channel.ChannelCommand.ResumeChannel;
import org.uitrol.domain.channel.ChannelCommand.SendAgain;
import org.uitrol.domain.channel.ChannelCommand.TestChannel;
import org.uitrol.domain.channel.ChannelEvent;
import org.uitrol.domain.channel.ChannelKind;
import org.uitrol.domain.channel.ChannelTopic;
import org.uitrol.domain.shared.ChannelId;
import org.uitrol.domain.shared.Command;
import org.uitrol.domain.shared.Rejected;

/** Opens channels, shows what became of what they were told, and closes them. */
@Controller
class ChannelPages {

  private static final int SHOWN = 50;
  private static final String SECRET_PREFIX = "whsec_";

  /** Beside which field each refusal is said. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "CHANNEL_NAME", "name",
          "CHANNEL_ADDRESS", "address",
          "CHANNEL_UNENCRYPTED", "address",
          "CHANNEL_TOPICS", "topics");

  private final Channels channels;
  private final Deliveries deliveries;
  private final ChannelAdmin admin;
  private final ChannelSettings settings;
  private final Streams streams;
  private final IdSource ids;
  private final Orders orders;
  private final Words words;

  ChannelPages(
      Channels channels,
      Deliveries deliveries,
      ChannelAdmin admin,
      ChannelSettings settings,
      Streams streams,
      IdSource ids,
      Orders orders,
      Words words) {
    this.channels = channels;
    this.deliveries = deliveries;
    this.admin = admin;
    this.settings = settings;
    this.streams = streams;
    this.ids = ids;
    this.orders = orders;
    this.words = words;
  }

  /** What was typed, as it was typed. */
  record Typed(
      @Nullable ChannelId id,
      @Nullable ChannelKind kind,
      @Nullable String name,
      @Nullable String address,
      @Nullable String language,
      @Nullable Set<ChannelTopic> topics) {

    static Typed of(Channel channel) {
      return new Typed(
          channel.id(), channel.kind(), channel.name(), "", channel.language(), channel.topics());
    }

    ChannelKind kindOrFirst() {
      return kind == null ? ChannelKind.WEBHOOK : kind;
    }

    String nameOrNone() {
      return name == null ? "" : name;
    }

    String addressOrNone() {
      return address == null ? "" : address;
    }

    /** One that there are texts in. */
    String languageOrFirst() {
      return Objects.equals(language, "en") ? "en" : "nl";
    }

    Set<ChannelTopic> topicsOrNone() {
      return topics == null ? Set.of() : new LinkedHashSet<>(topics);
    }
  }

  @GetMapping("/channels")
  String list(Model model) {
    model.addAttribute("channels", channels.open());
    return "channel/channels";
  }

  @GetMapping("/channels/new")
  String newChannel(Model model) {
    return form(
        new Typed(
            new ChannelId(ids.next()), ChannelKind.WEBHOOK, "", "", words.language(), Set.of()),
        Map.of(),
        model);
  }

  /** The secret is shown in the answer itself, and never again. */
  @PostMapping("/channels")
  ModelAndView open(
      @ModelAttribute Typed typed,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    ChannelId channel = typed.id() == null ? new ChannelId(ids.next()) : typed.id();
    try {
      Optional<byte[]> secret =
          admin.open(
              channel,
              typed.kindOrFirst(),
              typed.nameOrNone(),
              address(typed),
              typed.languageOrFirst(),
              typed.topicsOrNone(),
              user.id());
      orders.settle();
      if (secret.isPresent() && secret.get().length > 0) {
        return withSecret(channel, secret.get(), model);
      }
      Done.say(next, words.say(secret.isPresent() ? "channel.opened" : "channel.openAlready"));
      return new ModelAndView("redirect:/channels/" + channel);
    } catch (Rejected refused) {
      form(typed, problem(refused), model);
      return new ModelAndView("channel/new", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @GetMapping("/channels/{channel}")
  String channel(@PathVariable ChannelId channel, Model model) {
    Channel known = known(channel);
    return show(known, Typed.of(known), Map.of(), model);
  }

  @PostMapping("/channels/{channel}")
  ModelAndView change(
      @PathVariable ChannelId channel,
      @ModelAttribute Typed typed,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    Channel known = known(channel);
    try {
      orders.send(
          user,
          at ->
              new ChangeChannel(
                  channel,
                  typed.nameOrNone(),
                  typed.languageOrFirst(),
                  typed.topicsOrNone(),
                  user.id(),
                  at));
      Done.say(next, words.say("channel.changed"));
      return new ModelAndView("redirect:/channels/" + channel);
    } catch (Rejected refused) {
      show(known, typed, problem(refused), model);
      return new ModelAndView("channel/channel", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @PostMapping("/channels/{channel}/address")
  ModelAndView move(
      @PathVariable ChannelId channel,
      @ModelAttribute Typed typed,
      @AuthenticationPrincipal ConsoleUser user,
      Model model,
      RedirectAttributes next) {
    Channel known = known(channel);
    try {
      admin.move(channel, address(typed), user.id());
      orders.settle();
      Done.say(next, words.say("channel.moved.done"));
      return new ModelAndView("redirect:/channels/" + channel);
    } catch (Rejected refused) {
      model.addAttribute("newAddress", typed.addressOrNone());
      show(known, Typed.of(known), problem(refused), model);
      return new ModelAndView("channel/channel", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  @PostMapping("/channels/{channel}/secret")
  ModelAndView renew(
      @PathVariable ChannelId channel, @AuthenticationPrincipal ConsoleUser user, Model model) {
    known(channel);
    byte[] secret = admin.renew(channel, user.id());
    orders.settle();
    return withSecret(channel, secret, model);
  }

  @PostMapping("/channels/{channel}/pause")
  String pause(
      @PathVariable ChannelId channel,
      @AuthenticationPrincipal ConsoleUser user,
      RedirectAttributes next) {
    return act(
        channel, user, "channel.paused.done", next, at -> new PauseChannel(channel, user.id(), at));
  }

  @PostMapping("/channels/{channel}/resume")
  String resume(
      @PathVariable ChannelId channel,
      @AuthenticationPrincipal ConsoleUser user,
      RedirectAttributes next) {
    return act(
        channel,
        user,
        "channel.resumed.done",
        next,
        at -> new ResumeChannel(channel, user.id(), at));
  }

  @PostMapping("/channels/{channel}/test")
  String test(
      @PathVariable ChannelId channel,
      @AuthenticationPrincipal ConsoleUser user,
      RedirectAttributes next) {
    return act(
        channel, user, "channel.tested.done", next, at -> new TestChannel(channel, user.id(), at));
  }

  @PostMapping("/channels/{channel}/messages/{message}/again")
  String again(
      @PathVariable ChannelId channel,
      @PathVariable String message,
      @AuthenticationPrincipal ConsoleUser user,
      RedirectAttributes next) {
    if (deliveries.list(channel, Integer.MAX_VALUE).stream()
        .noneMatch(row -> row.message().equals(message))) {
      throw new NotFound();
    }
    return act(
        channel,
        user,
        "channel.again.done",
        next,
        at -> new SendAgain(channel, message, user.id(), at));
  }

  @PostMapping("/channels/{channel}/close")
  String close(
      @PathVariable ChannelId channel,
      @AuthenticationPrincipal ConsoleUser user,
      RedirectAttributes next) {
    known(channel);
    admin.close(channel, user.id());
    orders.settle();
    Done.say(next, words.say("channel.closed.done"));
    return "redirect:/channels";
  }

  private URI address(Typed typed) {
    return ChannelAddress.of(typed.addressOrNone(), settings.unencrypted());
  }

  private String act(
      ChannelId channel,
      ConsoleUser user,
      String done,
      RedirectAttributes next,
      Function<Instant, ? extends Command> order) {
    known(channel);
    orders.send(user, order);
    Done.say(next, words.say(done));
    return "redirect:/channels/" + channel;
  }

  private Channel known(ChannelId channel) {
    return streams
        .state(channel, ChannelEvent.class, Channel::evolve)
        .filter(one -> !one.closed())
        .orElseThrow(NotFound::new);
  }

  private ModelAndView withSecret(ChannelId channel, byte[] secret, Model model) {
    Channel known = known(channel);
    model.addAttribute("secret", SECRET_PREFIX + Base64.getEncoder().encodeToString(secret));
    return new ModelAndView(show(known, Typed.of(known), Map.of(), model), model.asMap());
  }

  private String form(Typed typed, Map<String, String> problems, Model model) {
    model.addAttribute("typed", typed);
    model.addAttribute("problems", problems);
    model.addAttribute("kinds", ChannelKind.values());
    model.addAttribute("topics", ChannelTopic.values());
    return "channel/new";
  }

  private String show(Channel channel, Typed typed, Map<String, String> problems, Model model) {
    form(typed, problems, model);
    model.addAttribute("channel", channel);
    model.addAttribute("messages", deliveries.list(channel.id(), SHOWN));
    model.addAttribute("waiting", deliveries.waiting(channel.id()));
    return "channel/channel";
  }

  private Map<String, String> problem(Rejected refused) {
    return Map.of(FIELDS.getOrDefault(refused.code(), ""), words.rejected(refused));
  }
}
