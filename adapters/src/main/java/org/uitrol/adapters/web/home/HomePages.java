package org.uitrol.adapters.web.home;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.uitrol.adapters.security.ConsoleUser;

/** What waits for whoever is signed in. */
@Controller
class HomePages {

  @GetMapping("/")
  String home(@AuthenticationPrincipal ConsoleUser user, Model model) {
    model.addAttribute("user", user);
    return "home/home";
  }
}
